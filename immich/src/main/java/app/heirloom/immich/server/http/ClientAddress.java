package app.heirloom.immich.server.http;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Tells clients apart by where they come from. */
public final class ClientAddress {
    private static final int NETWORK_LENGTH = 8;

    private ClientAddress() {}

    /**
     * The address of the client or, behind a proxy in the same network, the one that the proxy saw: the last that
     * {@code X-Forwarded-For} lists, since what stands before is the client's own claim. Of IPv6 only the network counts,
     * since all of it is one household's.
     */
    public static String of(Context http) {
        return of(http.req().getRemoteAddr(), http.header("X-Forwarded-For"));
    }

    static String of(String peer, @Nullable String forwarded) {
        InetAddress near = parse(peer);
        if (near == null) {
            return peer;
        }
        InetAddress seen = forwarded != null && isNear(near) ? parse(lastOf(forwarded)) : null;
        return networkOf(seen == null ? near : seen);
    }

    private static boolean isNear(InetAddress peer) {
        return peer.isLoopbackAddress() || peer.isSiteLocalAddress() || peer.isLinkLocalAddress();
    }

    private static String lastOf(String forwarded) {
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    private static String networkOf(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_LENGTH))
                : address.getHostAddress();
    }

    /** Null for what is no literal address; no name server is ever asked. */
    private static @Nullable InetAddress parse(String text) {
        try {
            return InetAddress.ofLiteral(text.replaceAll("[\\[\\]]|%.*", ""));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
