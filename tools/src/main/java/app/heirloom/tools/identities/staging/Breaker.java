package app.heirloom.tools.identities.staging;

import app.heirloom.library.error.HeirloomException;

/** Ends a run whose server is gone, instead of failing asset by asset. Safe for concurrent use. */
final class Breaker {
    /** So many assets in a row cannot all be at fault themselves. */
    private static final int ERRORS = 12;

    private final Runnable probe;
    private int inRow;
    private boolean isBroken;

    /** @param probe fails when the server does not answer */
    Breaker(Runnable probe) {
        this.probe = probe;
    }

    /** The server answered. */
    synchronized void close() {
        inRow = 0;
    }

    /**
     * The server failed.
     *
     * @throws HeirloomException when it failed often, and fails the probe too; once, since whoever else waits for the
     *     server then would only wait longer
     */
    synchronized void count(HeirloomException failure) {
        if (isBroken || ++inRow < ERRORS) {
            return;
        }
        try {
            probe.run();
        } catch (HeirloomException e) {
            isBroken = true;
            throw e.code()
                    .exception(
                            "The server failed " + inRow + " times in a row and does not answer now: "
                                    + failure.getMessage() + ". Nothing is lost; the same command goes on.",
                            e);
        }
        inRow = 0;
    }
}
