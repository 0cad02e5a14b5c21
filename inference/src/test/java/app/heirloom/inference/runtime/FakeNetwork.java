package app.heirloom.inference.runtime;

import app.heirloom.inference.Inputs;
import app.heirloom.library.error.ErrorCode;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A network of one output, which is some function of its input. */
final class FakeNetwork implements LoadedNetwork {
    private final UnaryOperator<float[]> function;
    private final long[] inputShape;
    private volatile boolean closed;

    /** Of pictures. */
    FakeNetwork(UnaryOperator<float[]> function) {
        this(function, 1, 3, -1, -1);
    }

    FakeNetwork(UnaryOperator<float[]> function, long... inputShape) {
        this.function = function;
        this.inputShape = inputShape;
    }

    @Override
    public long[] inputShape() {
        return inputShape.clone();
    }

    @Override
    public SequencedMap<String, Tensor> run(Consumer<FloatBuffer> input, long... shape) {
        if (inputShape.length != shape.length || shape.length == 2) {
            throw ErrorCode.INVALID.exception("It takes no pictures of this shape");
        }
        return outputs(Inputs.of(input, shape).array());
    }

    @Override
    public SequencedMap<String, Tensor> read(int[] tokens, int[] counted) {
        float[] numbers = new float[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            numbers[i] = tokens[i] * counted[i];
        }
        return outputs(numbers);
    }

    private SequencedMap<String, Tensor> outputs(float[] numbers) {
        float[] output = function.apply(numbers);
        if (closed) {
            throw new IllegalStateException("closed while it ran");
        }
        var outputs = new LinkedHashMap<String, Tensor>();
        outputs.put("output", new Tensor(List.of(output.length), output));
        return outputs;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
