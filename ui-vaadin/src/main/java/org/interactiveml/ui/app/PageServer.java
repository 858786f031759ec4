package org.interactiveml.ui.app;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.atmosphere.cpr.ApplicationConfig;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.ee11.webapp.MetaInfConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jetty with Vaadin, on a loopback port that the system chooses; only the public port is meant to talk to it. */
final class PageServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);
    private static final int MAX_THREADS = 64;
    private static final int MIN_THREADS = 4;
    /** How long a connection may be silent. */
    static final int IDLE_SECONDS = 60;

    private static final int SESSION_SECONDS = 30 * 60;

    /** The jars (or class folders) that hold routes, initializers and resources; scanning all would take seconds. */
    private static final String SCANNED = ".*/(interactiveml-ui-vaadin|flow-(server|push)-[^/]*)\\.jar$|.*/classes/?$";

    private final Server server;
    private final SocketAddress address;

    private PageServer(Server server, SocketAddress address) {
        this.server = server;
        this.address = address;
    }

    /** Starts Jetty and returns when it answers; takes about a second. */
    static PageServer start(List<Object> services) throws Exception {
        var threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        threads.setName("page");
        var server = new Server(threads);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
        String loopback = InetAddress.getLoopbackAddress().getHostAddress();
        connector.setHost(loopback);
        connector.setIdleTimeout(TimeUnit.SECONDS.toMillis(IDLE_SECONDS));
        server.addConnector(connector);
        server.setHandler(compressed(pages(services)));
        server.setStopTimeout(0);
        try {
            server.start();
        } catch (Exception failure) {
            server.stop();
            throw failure;
        }
        LOG.debug("pages on {}:{}", loopback, connector.getLocalPort());
        return new PageServer(server, SocketAddress.inetSocketAddress(connector.getLocalPort(), loopback));
    }

    private static HttpConfiguration http() {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        http.addCustomizer(new ForwardedRequestCustomizer());
        return http;
    }

    private static CompressionHandler compressed(WebAppContext pages) {
        var compression = new CompressionHandler(pages);
        compression.putCompression(new GzipCompression());
        return compression;
    }

    private static WebAppContext pages(List<Object> services) {
        var context = new WebAppContext();
        context.setContextPath("/");
        context.setBaseResource(
                Objects.requireNonNull(ResourceFactory.of(context).newClassLoaderResource("web-root")));
        context.setAttribute(MetaInfConfiguration.CONTAINER_JAR_PATTERN, SCANNED);
        context.setParentLoaderPriority(true);
        context.setThrowUnavailableOnStartupException(true);
        context.setInitParameter("productionMode", "true");
        var sessions = context.getSessionHandler();
        sessions.setMaxInactiveInterval(SESSION_SECONDS);
        sessions.setHttpOnly(true);
        sessions.setSameSite(HttpCookie.SameSite.STRICT);
        var servlet = new ServletHolder("pages", new PageServlet(services));
        servlet.setAsyncSupported(true);
        servlet.setInitParameter(ApplicationConfig.BROADCASTER_CLASS, LosslessBroadcaster.class.getName());
        servlet.setInitOrder(1);
        context.addServlet(servlet, "/*");
        return context;
    }

    /** Where the public port finds it. */
    SocketAddress address() {
        return address;
    }

    boolean isRunning() {
        return server.isRunning();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            LOG.warn("the page server did not stop cleanly: {}", failure.toString());
        }
    }
}
