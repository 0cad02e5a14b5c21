package app.heirloom.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The same faces found by npm's onnxruntime-node, which Node programs use.
 *
 * @param place folder in which {@code npm install onnxruntime-node sharp} was run
 */
record NodeFaces(Path place) {
    private static final String SCRIPT = "node-faces.mjs";

    /** From HEIRLOOM_NODE_ONNX, if that is set. */
    static Optional<NodeFaces> find() {
        return Optional.ofNullable(System.getenv("HEIRLOOM_NODE_ONNX"))
                .map(Path::of)
                .map(NodeFaces::new);
    }

    /** @param source {@code files}, or {@code memory} to decode them before the clock starts */
    FaceRate run(Path models, Path photos, Path out, int workers, String source)
            throws IOException, InterruptedException {
        Path script = out.resolve(SCRIPT);
        try (InputStream text = NodeFaces.class.getResourceAsStream(SCRIPT)) {
            if (text == null) {
                throw new IOException(SCRIPT + " is missing in this build");
            }
            Files.write(script, text.readAllBytes());
        }
        Process node = new ProcessBuilder(
                        "node",
                        script.toString(),
                        place.toString(),
                        models.toString(),
                        photos.toString(),
                        Integer.toString(workers),
                        source)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String[] figures = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split(" ", -1);
        if (node.waitFor() != 0 || figures.length != 3) {
            throw new IOException("onnxruntime-node failed; is it installed in " + place + "?");
        }
        return new FaceRate(
                Double.parseDouble(figures[0]), Double.parseDouble(figures[1]), Integer.parseInt(figures[2]));
    }
}
