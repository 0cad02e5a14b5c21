package app.heirloom.immich.server.http;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells clients apart by where they come from. */
public final class ClientAddress {
    /** Nothing that a name server would be asked about. */
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private static final int NETWORK_LENGTH = 8;

    private ClientAddress() {}

    /**
     * The address of the client or, behind a proxy in the same network, the one that the proxy saw: the last that
     * {@code X-Forwarded-For} lists, since what stands before is the client's own claim. Of IPv6 only the network counts,
     * since all of it is one household's.
     */
    public static String of(Context http) {
        String peer = http.req().getRemoteAddr();
        String forwarded = http.header("X-Forwarded-For");
        if (forwarded != null && isNear(peer)) {
            String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
            return NUMERIC.matcher(last).matches() ? networkOf(last) : peer;
        }
        return networkOf(peer);
    }

    private static boolean isNear(String peer) {
        InetAddress address = parse(peer);
        return address != null
                && (address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress());
    }

    private static String networkOf(String text) {
        return parse(text) instanceof Inet6Address address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_LENGTH))
                : text;
    }

    private static @Nullable InetAddress parse(String text) {
        String bare = text.replaceAll("[\\[\\]]|%.*", "");
        try {
            return NUMERIC.matcher(bare).matches() ? InetAddress.getByName(bare) : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
