package app.heirloom.immich.server.socket;

import app.heirloom.immich.json.ImmichMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The texts of the protocol: the first digit is Engine.IO's, the second socket.io's. */
final class Packet {
    static final String CONNECT = "40";
    static final String DISCONNECT = "41";
    static final String PING = "2";
    static final String PONG = "3";

    private static final char MESSAGE = '4';
    private static final String OPEN = "0";
    private static final String EVENT = "42";
    private static final String CONNECT_ERROR = "44";
    private static final int MAX_PAYLOAD_IN_BYTES = 64 * 1024;

    private Packet() {}

    /** The first packet, which says how often the server will ping and how long it waits for the answer. */
    static String open(Duration pingInterval, Duration pingTimeout) {
        return OPEN
                + json(Map.of(
                        "sid",
                        UUID.randomUUID().toString(),
                        "upgrades",
                        new String[0],
                        "pingInterval",
                        pingInterval.toMillis(),
                        "pingTimeout",
                        pingTimeout.toMillis(),
                        "maxPayload",
                        MAX_PAYLOAD_IN_BYTES));
    }

    static String connected() {
        return CONNECT + json(Map.of("sid", UUID.randomUUID().toString()));
    }

    /** Whether a client wants to connect to another namespace than the default one. */
    static boolean isOtherNamespace(String packet) {
        return packet.length() > 2
                && packet.charAt(0) == MESSAGE
                && packet.charAt(2) == '/'
                && !packet.startsWith(CONNECT + "/,");
    }

    static String noNamespace(String packet) {
        int end = packet.indexOf(',');
        String namespace = end < 0 ? packet.substring(2) : packet.substring(2, end);
        return CONNECT_ERROR + namespace + "," + json(Map.of("message", "Invalid namespace"));
    }

    /** An event whose arguments are JSON already. */
    static String event(String name, String... arguments) {
        var packet = new StringBuilder(EVENT).append("[\"").append(name).append('"');
        for (String argument : arguments) {
            packet.append(',').append(argument);
        }
        return packet.append(']').toString();
    }

    static String json(Object record) {
        return new String(ImmichMapper.write(record), StandardCharsets.UTF_8);
    }
}
