package app.heirloom.inference.runtime;

/** A network that lies in memory until it is closed. */
public interface LoadedNetwork extends Network, TextNetwork, AutoCloseable {
    /** The shape of its input, with -1 for what the caller chooses: pictures, channels, height, width. */
    long[] inputShape();

    @Override
    void close();
}
