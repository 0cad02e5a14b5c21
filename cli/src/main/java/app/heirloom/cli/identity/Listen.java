package app.heirloom.cli.identity;

import app.heirloom.library.error.ErrorCode;
import java.net.InetSocketAddress;

/** Where a queue is to be had, as {@code 2290} or {@code 0.0.0.0:2290}. */
final class Listen {
    private static final int MAX_PORT = 65_535;

    private Listen() {}

    /** Without a host, only this machine can reach it. */
    static InetSocketAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "127.0.0.1" : text.substring(0, colon);
        String port = text.substring(colon + 1);
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > MAX_PORT || host.isEmpty()) {
            throw ErrorCode.INVALID.exception("--listen must be a port or HOST:PORT, not " + text);
        }
        return new InetSocketAddress(host, Integer.parseInt(port));
    }
}
