package app.heirloom.benchmarks.server;

import app.heirloom.benchmarks.measure.NodeScript;
import app.heirloom.benchmarks.measure.Throughput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The same work done by npm's sharp, which Immich uses. */
record SharpPreviews(NodeScript script) {
    /** From the folder HEIRLOOM_SHARP, if that is set. */
    static Optional<SharpPreviews> find() {
        return Optional.ofNullable(System.getenv("HEIRLOOM_SHARP"))
                .map(place -> new NodeScript("sharp-previews.mjs", Path.of(place), "sharp"))
                .map(SharpPreviews::new);
    }

    Throughput run(Path photos, Path out, int workers, String way) throws IOException, InterruptedException {
        List<Double> figures = script.run(out, 3, photos.toString(), out.toString(), Integer.toString(workers), way);
        return new Throughput(figures.get(0), figures.get(1), figures.get(2));
    }
}
