package app.heirloom.inference.runtime;

import java.util.SequencedMap;

/** A network of texts that can be run, whether it lies in memory just now or not. Safe for concurrent use. */
@FunctionalInterface
public interface TextNetwork {
    /**
     * Runs the network on one text, which uses the calling thread and no other.
     *
     * @param tokens of the text, filled up to the length that the network takes
     * @param counted 1 for each that belongs to the text, 0 for each that fills up; for networks that want to know
     * @return the outputs by name, in the network's own order
     * @throws app.heirloom.library.error.HeirloomException INVALID when the network cannot be used or takes another
     *     length; NOT_FOUND when its file is gone
     */
    SequencedMap<String, Tensor> read(int[] tokens, int[] counted);
}
