package app.heirloom.inference.runtime;

import java.util.List;

/**
 * What a network yields.
 *
 * @param shape sizes of its axes, the outermost first
 * @param numbers the innermost axis running fastest; they belong to the tensor from now on
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of numbers, which nobody compares
public record Tensor(List<Integer> shape, float[] numbers) {
    public Tensor {
        shape = List.copyOf(shape);
        if (shape.stream().mapToLong(Integer::longValue).reduce(1, (one, other) -> one * other) != numbers.length) {
            throw new IllegalArgumentException(numbers.length + " numbers do not fit the shape " + shape);
        }
    }

    /** The size of an axis; 0 when there are fewer. */
    public int axis(int index) {
        return index < shape.size() ? shape.get(index) : 0;
    }
}
