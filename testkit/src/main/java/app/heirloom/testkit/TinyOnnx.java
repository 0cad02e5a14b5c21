package app.heirloom.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Builds ONNX models of a few nodes, whose result can be told beforehand. Field numbers are those of {@code onnx.proto};
 * operators are those of opset 18, all with their default attributes.
 */
public final class TinyOnnx {
    private static final int IR_VERSION = 8;
    private static final int OPSET = 18;

    private final Protobuf graph = new Protobuf().text(2, "tiny");

    /** What the numbers of a tensor are, with ONNX' own number for it. */
    public enum Numbers {
        FLOAT(1),
        INT32(6),
        INT64(7);

        private final int number;

        Numbers(int number) {
            this.number = number;
        }
    }

    /** An input; a dimension of -1 is left to the caller. */
    public TinyOnnx input(String name, Numbers kind, long... shape) {
        graph.message(11, value(name, kind, shape));
        return this;
    }

    /** An output; a dimension of -1 follows from the input. */
    public TinyOnnx output(String name, Numbers kind, long... shape) {
        graph.message(12, value(name, kind, shape));
        return this;
    }

    /** A tensor that belongs to the model. */
    public TinyOnnx constant(String name, float[] numbers, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        graph.message(5, tensor(name, Numbers.FLOAT, bytes.array(), shape));
        return this;
    }

    /** A tensor of whole numbers that belongs to the model, as for axes. */
    public TinyOnnx constant(String name, long... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(numbers);
        graph.message(5, tensor(name, Numbers.INT64, bytes.array(), numbers.length));
        return this;
    }

    /** A step of the calculation, as in {@code node("Relu", "y", "x")}: what y becomes from x. */
    public TinyOnnx node(String operator, String output, String... inputs) {
        var node = new Protobuf();
        List.of(inputs).forEach(input -> node.text(1, input));
        graph.message(1, node.text(2, output).text(4, operator));
        return this;
    }

    /** The model as a file. */
    public byte[] bytes() {
        var opset = new Protobuf().text(1, "").number(2, OPSET);
        return new Protobuf()
                .number(1, IR_VERSION)
                .message(7, graph)
                .message(8, opset)
                .bytes();
    }

    private static Protobuf value(String name, Numbers kind, long... shape) {
        var dimensions = new Protobuf();
        for (long dimension : shape) {
            dimensions.message(1, dimension < 0 ? new Protobuf().text(2, "any") : new Protobuf().number(1, dimension));
        }
        var tensor = new Protobuf().number(1, kind.number).message(2, dimensions);
        return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
    }

    private static Protobuf tensor(String name, Numbers kind, byte[] bytes, long... shape) {
        var tensor = new Protobuf();
        for (long dimension : shape) {
            tensor.number(1, dimension);
        }
        return tensor.number(2, kind.number).text(8, name).bytes(9, bytes);
    }
}
