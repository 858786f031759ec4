package org.interactiveml.ui.app;

import static java.lang.System.Logger.Level.DEBUG;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.interactiveml.ui.control.Tables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: the laboratory in the browser, until the process is asked to stop. */
@Command(name = "serve", description = "Serve the laboratory to browsers (the default).", sortOptions = false)
final class ServeCommand implements Callable<Integer> {
    private static final System.Logger LOG = System.getLogger(ServeCommand.class.getName());

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            converter = PortConverter.class,
            description = "public port (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--ops-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            converter = PortConverter.class,
            description = "port of /metrics and /health (default: ${DEFAULT-VALUE})")
    private int opsPort;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "interface to listen on (default: ${DEFAULT-VALUE}, this machine only)")
    private String host = "";

    @Option(names = "--data", paramLabel = "DIR", description = "folder whose CSV files the pages offer as own data")
    private @Nullable Path data;

    @Mixin
    private final ExperimentsFolder experiments = new ExperimentsFolder();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (port == opsPort && port != 0) {
            throw new UsageException("--port and --ops-port must differ, not both be " + port);
        }
        Laboratory laboratory = new Laboratory(experiments.catalog(), tables());
        WebServer server = laboratory.serve(new Listening(host, port, opsPort));
        stopWhenAsked(server);
        // What starting left behind would otherwise stay until the first collection, well into the first drag.
        System.gc();
        announce(server.listening());
        laboratory
                .rehearse(server.listening(), Rehearsal.MOVES)
                .onFailure(refused -> LOG.log(DEBUG, "the rehearsal failed", refused));
        new CountDownLatch(1).await();
        return 0;
    }

    private Tables tables() {
        if (data != null && !Files.isDirectory(data)) {
            throw new UsageException("--data must be a folder, not " + data);
        }
        return new Tables(Optional.ofNullable(data));
    }

    private void announce(Listening listening) {
        var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        out.println("interactiveml is ready: " + listening.url());
        out.flush();
    }

    /** Being told to stop (Ctrl+C, SIGTERM) is how this command succeeds, so it ends with status 0. */
    private static void stopWhenAsked(WebServer server) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            Runtime.getRuntime().halt(0);
                        },
                        "stop"));
    }
}
