package app.heirloom.cli.remote;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where programs keep what their user set, on each system. */
public final class SettingsFolder {
    private static final String NAME = "heirloom";

    private SettingsFolder() {}

    /** A file there; it and the folder may not exist yet. */
    public static Path file(String name) {
        return in(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv())
                .resolve(name);
    }

    static Path in(String system, Path home, Map<String, String> environment) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.contains("win")) {
            return said(environment.get("APPDATA"), home.resolve("AppData").resolve("Roaming"));
        }
        return lower.contains("mac")
                ? home.resolve("Library").resolve("Application Support").resolve(NAME)
                : said(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"));
    }

    private static Path said(@Nullable String folder, Path usual) {
        return (folder == null || folder.isBlank() ? usual : Path.of(folder)).resolve(NAME);
    }
}
