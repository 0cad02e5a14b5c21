package app.heirloom.testkit.device;

/** What compares a device with a server. Its failures are those of what is tested. */
public interface Reconciler {
    /** Looks what there is, and returns how many files are newly gone. */
    long scan(boolean fast);

    /** Plans and carries over what was deleted. */
    Run apply();

    /** Takes back what the run did. */
    void restore(String run);

    /** Uploads what the server lacks. */
    void upload();

    /** What a run did. */
    record Run(String id, long trashed) {}
}
