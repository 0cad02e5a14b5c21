package app.heirloom.inference.runtime;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A model that takes pictures or tokens. Safe for concurrent use: each run has buffers of its own, and one thread, since
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

    public Set<String> inputNames() {
        return session.getInputNames();
    }

    /** Runs the model; the outputs come by name, each as its plain numbers. */
    public Map<String, float[]> run(FloatBuffer input, long... shape) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), input, shape)) {
            return outputs(Map.of(inputName, tensor));
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    /** Runs a model of texts on rows of whole numbers, which come by the names of its inputs, all of one length. */
    public Map<String, float[]> run(Map<String, int[]> inputs) {
        var tensors = new HashMap<String, OnnxTensor>();
        try {
            for (var input : inputs.entrySet()) {
                tensors.put(input.getKey(), row(input.getKey(), input.getValue()));
            }
            return outputs(tensors);
        } catch (OrtException e) {
            throw failed(e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private Map<String, float[]> outputs(Map<String, OnnxTensor> inputs) throws OrtException {
        try (OrtSession.Result result = session.run(inputs)) {
            var outputs = new HashMap<String, float[]>();
            for (var output : result) {
                outputs.put(output.getKey(), numbers((OnnxTensor) output.getValue()));
            }
            return outputs;
        }
    }

    private OnnxTensor row(String name, int[] numbers) throws OrtException {
        var environment = OrtEnvironment.getEnvironment();
        long[] shape = {1, numbers.length};
        return switch (typeOf(name)) {
            case INT32 -> OnnxTensor.createTensor(environment, IntBuffer.wrap(numbers), shape);
            case INT64 -> {
                long[] wide = IntStream.of(numbers).asLongStream().toArray();
                yield OnnxTensor.createTensor(environment, LongBuffer.wrap(wide), shape);
            }
            default -> throw ErrorCode.INVALID.exception("The model " + file + " takes no tokens as " + name);
        };
    }

    private OnnxJavaType typeOf(String input) throws OrtException {
        var info = session.getInputInfo().get(input);
        return info != null && info.getInfo() instanceof TensorInfo tensor ? tensor.type : OnnxJavaType.UNKNOWN;
    }

    private HeirloomException failed(OrtException e) {
        return ErrorCode.INVALID.exception("The model " + file + " failed: " + e.getMessage(), e);
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
