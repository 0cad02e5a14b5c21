package app.heirloom.benchmarks.people;

import app.heirloom.benchmarks.measure.FaceRate;
import app.heirloom.benchmarks.measure.NodeScript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The same faces found by npm's onnxruntime-node, which Node programs use. */
record NodeFaces(NodeScript script) {
    /** From the folder HEIRLOOM_NODE_ONNX, if that is set. */
    static Optional<NodeFaces> find() {
        return Optional.ofNullable(System.getenv("HEIRLOOM_NODE_ONNX"))
                .map(place -> new NodeScript("node-faces.mjs", Path.of(place), "onnxruntime-node sharp"))
                .map(NodeFaces::new);
    }

    /** @param source {@code files}, or {@code memory} to decode them before the clock starts */
    FaceRate run(Path models, Path photos, Path out, int workers, String source)
            throws IOException, InterruptedException {
        List<Double> figures =
                script.run(out, 3, models.toString(), photos.toString(), Integer.toString(workers), source);
        return new FaceRate(figures.get(0), figures.get(1), figures.get(2).intValue());
    }
}
