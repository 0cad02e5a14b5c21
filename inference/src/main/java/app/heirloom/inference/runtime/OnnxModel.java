package app.heirloom.inference.runtime;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A model that takes pictures or tokens. Safe for concurrent use: each run has buffers of its own, and one thread, since
 * several workers side by side do more than several threads in one.
 */
public final class OnnxModel implements LoadedNetwork {
    private final Path file;
    private final OrtSession session;
    private final String inputName;
    private final long[] inputShape;
    private final InputRooms rooms = new InputRooms();

    private OnnxModel(Path file, OrtSession session) throws OrtException {
        this.file = file;
        this.session = session;
        this.inputName = session.getInputNames().iterator().next();
        this.inputShape =
                Objects.requireNonNull(session.getInputInfo().get(inputName)).getInfo() instanceof TensorInfo info
                        ? info.getShape()
                        : new long[0];
    }

    /** Loads a model for the processor. */
    public static OnnxModel load(Path file) {
        return load(file, Provider.CPU);
    }

    /**
     * Loads a model.
     *
     * @throws app.heirloom.library.error.HeirloomException NOT_FOUND when the file is missing; INVALID when it is no
     *     model that this runtime can read
     */
    static OnnxModel load(Path file, Provider provider) {
        if (!Files.isRegularFile(file)) {
            throw ErrorCode.NOT_FOUND.exception("The model file " + file + " is missing");
        }
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            provider.add(options);
            return new OnnxModel(file, OrtEnvironment.getEnvironment().createSession(file.toString(), options));
        } catch (OrtException e) {
            throw ErrorCode.INVALID.exception("The model file " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public long[] inputShape() {
        return inputShape.clone();
    }

    public Set<String> outputNames() {
        return session.getOutputNames();
    }

    @Override
    public SequencedMap<String, Tensor> run(Consumer<FloatBuffer> input, long... shape) {
        requireFits(shape);
        FloatBuffer room = rooms.take(size(shape));
        try {
            input.accept(room);
            return run(room.rewind(), shape);
        } finally {
            rooms.giveBack(room);
        }
    }

    private static int size(long... shape) {
        return Math.toIntExact(LongStream.of(shape).reduce(1, Math::multiplyExact));
    }

    private SequencedMap<String, Tensor> run(FloatBuffer input, long... shape) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), input, shape)) {
            return outputs(Map.of(inputName, tensor));
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    private void requireFits(long... shape) {
        boolean fits = inputShape.length == shape.length;
        for (int axis = 0; fits && axis < shape.length; axis++) {
            fits = inputShape[axis] < 0 || inputShape[axis] == shape[axis];
        }
        if (!fits) {
            throw ErrorCode.INVALID.exception("The model " + file + " takes the shape " + Arrays.toString(inputShape)
                    + ", but its descriptor says " + Arrays.toString(shape));
        }
    }

    @Override
    public SequencedMap<String, Tensor> read(int[] tokens, int[] counted) {
        var inputs = new HashMap<String, OnnxTensor>();
        try {
            for (String name : session.getInputNames()) {
                inputs.put(name, row(name, name.contains("mask") ? counted : tokens));
            }
            return outputs(inputs);
        } catch (OrtException e) {
            throw failed(e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private SequencedMap<String, Tensor> outputs(Map<String, OnnxTensor> inputs) throws OrtException {
        try (OrtSession.Result result = session.run(inputs)) {
            var outputs = new LinkedHashMap<String, Tensor>();
            for (var output : result) {
                outputs.put(output.getKey(), tensor(output.getKey(), output.getValue()));
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

    private Tensor tensor(String name, OnnxValue value) {
        FloatBuffer buffer = value instanceof OnnxTensor tensor ? tensor.getFloatBuffer() : null;
        if (buffer == null) {
            throw ErrorCode.INVALID.exception("The model " + file + " cannot be used: its output " + name + " is "
                    + value.getInfo() + " and no tensor of floats");
        }
        float[] numbers = new float[buffer.remaining()];
        buffer.get(numbers);
        long[] shape = ((OnnxTensor) value).getInfo().getShape();
        return new Tensor(Arrays.stream(shape).mapToObj(Math::toIntExact).toList(), numbers);
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
