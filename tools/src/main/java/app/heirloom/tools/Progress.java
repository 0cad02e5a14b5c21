package app.heirloom.tools;

import java.util.OptionalLong;

/** Hears how far a workflow is; called by whatever thread got further. */
public interface Progress {
    /** Hears nothing. */
    Progress NONE = new Progress() {
        @Override
        public void begin(String stage, String unit, OptionalLong total) {}

        @Override
        public void advance(long count) {}

        @Override
        public void end() {}
    };

    /**
     * A stage begins, after the one before ended.
     *
     * @param stage what is done, as {@code Reading albums}
     * @param unit what is counted, as {@code albums}
     * @param total how many there are, if that is known
     */
    void begin(String stage, String unit, OptionalLong total);

    /** So many more are done. */
    void advance(long count);

    void end();

    /** A whole stage, which ends also when it fails. */
    default void during(String stage, String unit, OptionalLong total, Runnable work) {
        begin(stage, unit, total);
        try {
            work.run();
        } finally {
            end();
        }
    }
}
