package app.heirloom.library.remote;

import java.net.URI;

/**
 * What a photo server is.
 *
 * @param address the URL under which its users see it, without a slash at its end; tells servers apart
 * @param major first number of the version of Immich's API that it speaks
 */
public record RemoteServer(URI address, Kind kind, int major, int minor, int patch) {
    private static final int MODERN = 3;

    /** Whose program it is. */
    public enum Kind {
        IMMICH,
        HEIRLOOM
    }

    /** Whether it speaks the API as it was before version 3. */
    public boolean isLegacy() {
        return major < MODERN;
    }

    /** As in {@code 2.7.5}. */
    public String version() {
        return major + "." + minor + "." + patch;
    }
}
