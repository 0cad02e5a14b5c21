package app.heirloom.cli.remote;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where programs keep what they can make again, on each system. */
public final class CacheFolder {
    private static final String NAME = "heirloom";

    private CacheFolder() {}

    /** It may not exist yet. */
    public static Path find() {
        return in(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv());
    }

    static Path in(String system, Path home, Map<String, String> environment) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.contains("win")) {
            return said(environment.get("LOCALAPPDATA"), home.resolve("AppData").resolve("Local"))
                    .resolve("Cache");
        }
        return lower.contains("mac")
                ? home.resolve("Library").resolve("Caches").resolve(NAME)
                : said(environment.get("XDG_CACHE_HOME"), home.resolve(".cache"));
    }

    private static Path said(@Nullable String folder, Path usual) {
        return (folder == null || folder.isBlank() ? usual : Path.of(folder)).resolve(NAME);
    }
}
