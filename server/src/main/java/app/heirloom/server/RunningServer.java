package app.heirloom.server;

import app.heirloom.server.lifecycle.Resources;

/** A server that serves until it is closed. */
public final class RunningServer implements AutoCloseable {
    private final ServerConfig config;
    private final int port;
    private final Resources resources;

    RunningServer(ServerConfig config, int port, Resources resources) {
        this.config = config;
        this.port = port;
        this.resources = resources;
    }

    /** Where it listens, which is of interest when any free port was asked for. */
    public int port() {
        return port;
    }

    /** The address of the page, as seen from this machine. */
    public String url() {
        String host = config.listening().host();
        String reachable = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        return "http://" + reachable + ":" + port + config.listening().basePath();
    }

    /** Stops taking requests, lets those under way finish for a while, then the jobs, then closes the library. */
    @Override
    public void close() {
        resources.close();
    }
}
