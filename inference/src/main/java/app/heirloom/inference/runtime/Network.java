package app.heirloom.inference.runtime;

import java.nio.FloatBuffer;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** A network that can be run, whether it lies in memory just now or not. Safe for concurrent use. */
@FunctionalInterface
public interface Network {
    /**
     * Runs the network, which uses the calling thread and no other.
     *
     * @param input writes all numbers of the input, which before are any, into room outside of the heap
     * @param shape of the input: pictures, channels, height, width
     * @return the outputs by name, in the network's own order
     * @throws app.heirloom.library.error.HeirloomException INVALID when the network cannot be used or takes another
     *     shape; NOT_FOUND when its file is gone
     */
    SequencedMap<String, Tensor> run(Consumer<FloatBuffer> input, long... shape);

    /** The first or only output. */
    default Tensor first(Consumer<FloatBuffer> input, long... shape) {
        return run(input, shape).firstEntry().getValue();
    }
}
