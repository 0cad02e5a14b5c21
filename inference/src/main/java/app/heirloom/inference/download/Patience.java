package app.heirloom.inference.download;

import java.time.Duration;

/**
 * How long to wait for a server.
 *
 * @param silence after which a connection that sends nothing counts as cut
 * @param attempts in a row that may bring nothing
 * @param pause before the second attempt; it doubles with each further one
 */
public record Patience(Duration silence, int attempts, Duration pause) {
    public static final Patience DEFAULT = new Patience(Duration.ofSeconds(60), 5, Duration.ofSeconds(1));
}
