package app.heirloom.server.http;

import app.heirloom.library.error.ErrorCode;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Listens for HTTP: a virtual thread for each request, and few others. */
public final class HttpEngine implements AutoCloseable {
    /** Enough for one acceptor, one selector and what they hand over; requests run elsewhere. */
    private static final int MAX_PLATFORM_THREADS = 8;

    private static final int MIN_PLATFORM_THREADS = 2;
    /** How long a client may pause within an upload. */
    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(2);
    /** How long running requests may take to finish when the server stops. */
    private static final Duration GRACE = Duration.ofSeconds(5);
    /** Fast, since what compresses well is compressed well enough by it. */
    private static final int GZIP_LEVEL = 1;

    private final Javalin javalin;

    private HttpEngine(Javalin javalin) {
        this.javalin = javalin;
    }

    /** Listens from now on; fails as ADDRESS_IN_USE when the address or its port is not available. */
    public static HttpEngine start(Listening listening, Consumer<RoutesConfig> routes) {
        Javalin javalin = Javalin.create(config -> configure(config, listening, routes));
        try {
            return new HttpEngine(javalin.start());
        } catch (JavalinBindException e) {
            throw ErrorCode.ADDRESS_IN_USE.exception(
                    "Cannot listen on " + listening.host() + ":" + listening.port()
                            + ": the address or its port is not available, perhaps because another server uses it."
                            + " Stop that one, or choose another port with --port.",
                    e);
        }
    }

    public int port() {
        return javalin.port();
    }

    /** Takes no more requests and lets those that run finish for a while. */
    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(JavalinConfig config, Listening listening, Consumer<RoutesConfig> routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(GZIP_LEVEL));
        if (!listening.basePath().isEmpty()) {
            config.router.contextPath = listening.basePath();
        }
        config.jetty.threadPool = threadPool();
        config.jetty.addConnector((server, http) -> connector(server, http, listening));
        config.jetty.modifyServer(HttpEngine::configure);
        routes.accept(config.routes);
    }

    private static QueuedThreadPool threadPool() {
        var pool = new QueuedThreadPool(MAX_PLATFORM_THREADS, MIN_PLATFORM_THREADS);
        pool.setName("http");
        pool.setReservedThreads(0);
        pool.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("http-"));
        return pool;
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, Listening listening) {
        http.setSendServerVersion(false);
        http.addCustomizer(proxies());
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(listening.host());
        connector.setPort(listening.port());
        connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        return connector;
    }

    /** A proxy before this server says whether its client came by HTTPS; nothing else is taken from it. */
    private static ForwardedRequestCustomizer proxies() {
        var proxies = new ForwardedRequestCustomizer();
        proxies.setForwardedForHeader(null);
        proxies.setForwardedHeader(null);
        proxies.setForwardedHostHeader(null);
        proxies.setForwardedPortHeader(null);
        proxies.setForwardedServerHeader(null);
        return proxies;
    }

    private static void configure(Server server) {
        server.setErrorHandler(new ProtocolErrors());
        server.insertHandler(new GracefulHandler());
        server.setStopTimeout(GRACE.toMillis());
    }
}
