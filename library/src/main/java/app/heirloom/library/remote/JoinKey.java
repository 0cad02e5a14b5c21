package app.heirloom.library.remote;

import java.time.Instant;

/**
 * What a file on a device and its asset on a server have in common without being read whole.
 *
 * @param fileName as on the device, and as the server calls the original
 * @param second of capture, since 1970
 */
public record JoinKey(String fileName, long second) {
    public static JoinKey of(String fileName, Instant captured) {
        return new JoinKey(fileName, captured.getEpochSecond());
    }
}
