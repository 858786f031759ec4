package org.interactiveml.ui.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** {@code ./iml serve} in a process of its own, as a person starts it. The working directory is the project's root. */
final class Server implements AutoCloseable {
    private static final long POLL_NANOS = 2_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;
    private final double startSeconds;

    private Server(Process process, int port, double startSeconds) {
        this.process = process;
        this.port = port;
        this.startSeconds = startSeconds;
    }

    /** Starts it and returns once the first page answers. */
    static Server start() throws IOException, InterruptedException {
        int port = freePort();
        int opsPort = freePort();
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(
                        "./iml", "serve", "--port", Integer.toString(port), "--ops-port", Integer.toString(opsPort))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/regression"))
                    .timeout(PATIENCE)
                    .build();
            while (!answers(client, page)) {
                if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                    process.destroy();
                    throw new IllegalStateException("the server did not start");
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
        return new Server(process, port, (System.nanoTime() - begin) / 1e9);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(HttpClient client, HttpRequest page) throws InterruptedException {
        try {
            return client.send(page, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    /** From the start of the process to the first page. */
    double startSeconds() {
        return startSeconds;
    }

    /** What is reachable on its heap, in MB (2^20 bytes). The launcher becomes the JVM, so the process is the JVM. */
    double heapMegabytes() throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        try (var lines = jcmd.inputReader(StandardCharsets.UTF_8)) {
            String total = lines.lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("jcmd printed no histogram"));
            return new Scanner(total.replaceFirst("Total\\s+\\d+", "")).nextLong() / (double) (1 << 20);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
