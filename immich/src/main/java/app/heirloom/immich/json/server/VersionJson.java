package app.heirloom.immich.json.server;

import org.jspecify.annotations.Nullable;

/** The version of the API that is spoken. */
public record VersionJson(
        int major, int minor, int patch, @Nullable Integer prerelease) {
    /** What clients decide by whether they understand this server. */
    public static final VersionJson CURRENT = new VersionJson(3, 2, 2, null);

    /** As in {@code 3.2.2}. */
    public String text() {
        return major + "." + minor + "." + patch;
    }
}
