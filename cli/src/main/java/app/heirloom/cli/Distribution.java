package app.heirloom.cli;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;

/** What lies beside the jars that this program runs from. */
public final class Distribution {
    private static final String MEDIA_PROGRAMS = "ffmpeg";

    private Distribution() {}

    /** The folder of ffmpeg and ffprobe beside {@code lib/}. */
    public static Path mediaPrograms() {
        CodeSource source = CliMain.class.getProtectionDomain().getCodeSource();
        try {
            Path lib = source == null
                    ? null
                    : Path.of(source.getLocation().toURI()).getParent();
            return lib == null ? Path.of(MEDIA_PROGRAMS) : lib.resolveSibling(MEDIA_PROGRAMS);
        } catch (URISyntaxException e) {
            return Path.of(MEDIA_PROGRAMS);
        }
    }
}
