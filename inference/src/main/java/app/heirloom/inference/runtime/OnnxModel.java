package app.heirloom.inference.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import app.heirloom.library.error.ErrorCode;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A model with one picture-like input. Safe for concurrent use: each run has buffers of its own, and one thread, since
 * several workers side by side do more than several threads in one.
 */
public final class OnnxModel implements AutoCloseable {
    private final Path file;
    private final OrtSession session;
    private final String inputName;
    private final long[] inputShape;

    private OnnxModel(Path file, OrtSession session) throws OrtException {
        this.file = file;
        this.session = session;
        this.inputName = session.getInputNames().iterator().next();
        this.inputShape =
                Objects.requireNonNull(session.getInputInfo().get(inputName)).getInfo() instanceof TensorInfo info
                        ? info.getShape()
                        : new long[0];
    }

    /**
     * Loads a model.
     *
     * @throws app.heirloom.library.error.HeirloomException NOT_FOUND when the file is missing; INVALID when it is no
     *     model that this runtime can read
     */
    public static OnnxModel load(Path file) {
        if (!Files.isRegularFile(file)) {
            throw ErrorCode.NOT_FOUND.exception("The model file " + file + " is missing");
        }
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new OnnxModel(file, OrtEnvironment.getEnvironment().createSession(file.toString(), options));
        } catch (OrtException e) {
            throw ErrorCode.INVALID.exception("The model file " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** The shape of the input, with -1 for what the caller chooses: images, channels, height, width. */
    public long[] inputShape() {
        return inputShape.clone();
    }

    public Set<String> outputNames() {
        return session.getOutputNames();
    }

    /** Runs the model; the outputs come by name, each as its plain numbers. */
    public Map<String, float[]> run(FloatBuffer input, long... shape) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), input, shape);
                OrtSession.Result result = session.run(Map.of(inputName, tensor))) {
            var outputs = new HashMap<String, float[]>();
            for (var output : result) {
                outputs.put(output.getKey(), numbers((OnnxTensor) output.getValue()));
            }
            return outputs;
        } catch (OrtException e) {
            throw ErrorCode.INVALID.exception("The model " + file + " failed: " + e.getMessage(), e);
        }
    }

    private static float[] numbers(OnnxTensor tensor) {
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] numbers = new float[buffer.remaining()];
        buffer.get(numbers);
        return numbers;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("cannot close the model " + file, e);
        }
    }
}
