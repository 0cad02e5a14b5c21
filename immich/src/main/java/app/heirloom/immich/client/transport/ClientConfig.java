package app.heirloom.immich.client.transport;

import app.heirloom.library.error.ErrorCode;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/**
 * How to speak to a photo server.
 *
 * @param address where its users see it, without {@code /api} and without a slash at the end
 * @param pace how politely
 * @param patience how stubbornly
 */
public record ClientConfig(URI address, ApiSecret key, Pace pace, Patience patience) {
    private static final String API = "/api";

    /**
     * How much is asked at once, by all threads together.
     *
     * @param requestsPerSecond 0 for no limit
     * @param concurrency requests that wait for an answer
     */
    public record Pace(double requestsPerSecond, int concurrency) {
        public static final Pace DEFAULT = new Pace(0, 8);

        public Pace {
            if (!(requestsPerSecond >= 0) || concurrency < 1) {
                throw ErrorCode.INVALID.exception(
                        "%d requests at once and %s a second cannot be: give at least 1 at once, and 0 for no limit, or more, a second"
                                .formatted(concurrency, requestsPerSecond));
            }
        }
    }

    /**
     * When to give up.
     *
     * @param silence for how long nothing may come or go; how long a whole transfer takes does not matter
     * @param attempts how often a request is sent that may be repeated
     * @param firstDelay before the second attempt; each further one waits twice as long
     */
    public record Patience(Duration silence, int attempts, Duration firstDelay) {
        public static final Patience DEFAULT = new Patience(Duration.ofSeconds(60), 5, Duration.ofMillis(500));
    }

    public static ClientConfig of(String address, ApiSecret key) {
        return new ClientConfig(parse(address), key, Pace.DEFAULT, Patience.DEFAULT);
    }

    public ClientConfig withPace(Pace newPace) {
        return new ClientConfig(address, key, newPace, patience);
    }

    public ClientConfig withPatience(Patience newPatience) {
        return new ClientConfig(address, key, pace, newPatience);
    }

    /** Fails as INVALID for what is not the address of a server. The API's own address is taken too. */
    private static URI parse(String text) {
        String stripped = withoutSlash(text.strip());
        String address = withoutSlash(
                stripped.endsWith(API) ? stripped.substring(0, stripped.length() - API.length()) : stripped);
        try {
            URI uri = URI.create(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean isWeb = scheme.equals("http") || scheme.equals("https");
            if (isWeb && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw ErrorCode.INVALID.exception("'" + text.strip()
                + "' is not the address of a photo server: it begins with http:// or https://, as http://nas:2283");
    }

    private static String withoutSlash(String text) {
        return text.replaceFirst("/+$", "");
    }
}
