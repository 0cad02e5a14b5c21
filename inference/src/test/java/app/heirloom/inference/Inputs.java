package app.heirloom.inference;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** What is written for a network. */
public final class Inputs {
    private Inputs() {}

    /** The numbers of an input of this shape, written into room that holds those of another run. */
    public static FloatBuffer of(Consumer<FloatBuffer> input, long... shape) {
        float[] numbers = new float[Math.toIntExact(LongStream.of(shape).reduce(1, Math::multiplyExact))];
        Arrays.fill(numbers, 1234.5f);
        FloatBuffer room = FloatBuffer.wrap(numbers);
        input.accept(room);
        return room.rewind();
    }
}
