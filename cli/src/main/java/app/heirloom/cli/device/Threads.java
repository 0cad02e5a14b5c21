package app.heirloom.cli.device;

import app.heirloom.library.error.ErrorCode;

/** How many files may be read at once. */
final class Threads {
    private static final int MOST = 16;

    private Threads() {}

    static void require(int threads) {
        if (threads < 1 || threads > MOST) {
            throw ErrorCode.INVALID.exception("--threads must be from 1 to " + MOST + ", not " + threads);
        }
    }
}
