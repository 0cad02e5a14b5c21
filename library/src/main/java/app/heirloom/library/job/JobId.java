package app.heirloom.library.job;

/** Identifies a {@link Job}; jobs of one queue are taken in the order of their ids. */
public record JobId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
