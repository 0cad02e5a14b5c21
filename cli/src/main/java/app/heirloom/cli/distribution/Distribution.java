package app.heirloom.cli.distribution;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;

/** What lies beside the jars that this program runs from. */
public final class Distribution {
    private static final String MEDIA_PROGRAMS = "ffmpeg";
    private static final String NATIVE_LIBRARIES = "native";

    private Distribution() {}

    /** The folder of ffmpeg and ffprobe beside {@code lib/}. */
    public static Path mediaPrograms() {
        return besideLibraries(MEDIA_PROGRAMS);
    }

    /** The folder of libraries that are not Java's beside {@code lib/}; absent where this is no distribution. */
    static Path nativeLibraries() {
        return besideLibraries(NATIVE_LIBRARIES);
    }

    private static Path besideLibraries(String name) {
        CodeSource source = Distribution.class.getProtectionDomain().getCodeSource();
        try {
            Path lib = source == null
                    ? null
                    : Path.of(source.getLocation().toURI()).getParent();
            return lib == null ? Path.of(name) : lib.resolveSibling(name);
        } catch (URISyntaxException e) {
            return Path.of(name);
        }
    }
}
