package app.heirloom.library.job;

/** Does the jobs of one type. */
@FunctionalInterface
public interface JobHandler {
    /**
     * Does the slow part, outside of any transaction, and returns what to write. The runner executes that in the one
     * transaction that also completes the job and adds its successors; it must not fail for reasons that another
     * attempt would not mend. Handlers may run more than once for the same subject.
     */
    Runnable handle(Job job) throws Exception;

    /** What a handler returns when there is nothing to write. */
    Runnable NOTHING = () -> {};
}
