package app.heirloom.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The same work done by npm's sharp, which Immich uses.
 *
 * @param place folder in which {@code npm install sharp} was run
 */
record SharpPreviews(Path place) {
    private static final String SCRIPT = "sharp-previews.mjs";

    /** From HEIRLOOM_SHARP, if that is set. */
    static Optional<SharpPreviews> find() {
        return Optional.ofNullable(System.getenv("HEIRLOOM_SHARP"))
                .map(Path::of)
                .map(SharpPreviews::new);
    }

    Throughput run(Path photos, Path out, int workers, String way) throws IOException, InterruptedException {
        Path script = out.resolve(SCRIPT);
        try (InputStream source = SharpPreviews.class.getResourceAsStream(SCRIPT)) {
            if (source == null) {
                throw new IOException(SCRIPT + " is missing in this build");
            }
            Files.write(script, source.readAllBytes());
        }
        Process node = new ProcessBuilder(
                        "node",
                        script.toString(),
                        place.toString(),
                        photos.toString(),
                        out.toString(),
                        "" + workers,
                        way)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String[] figures = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split(" ", -1);
        if (node.waitFor() != 0 || figures.length != 3) {
            throw new IOException("sharp failed; is it installed in " + place + "?");
        }
        return new Throughput(
                Double.parseDouble(figures[0]), Double.parseDouble(figures[1]), Double.parseDouble(figures[2]));
    }
}
