package app.heirloom.cli.device;

import app.heirloom.cli.terminal.Terminal;
import app.heirloom.library.error.ErrorCode;

/** Whether somebody agrees to what cannot simply be repeated. */
final class Agreement {
    private Agreement() {}

    /** Asks at the terminal unless it was agreed beforehand; fails as INVALID when nobody agrees. */
    static void require(boolean beforehand, String question) {
        boolean agrees = beforehand
                || Terminal.find()
                        .map(console -> console.readLine("%s [y/N] ", question))
                        .filter(answer -> answer.strip().equalsIgnoreCase("y"))
                        .isPresent();
        if (!agrees) {
            throw ErrorCode.INVALID.exception("Nobody agreed, so that nothing was done; --yes agrees beforehand");
        }
    }
}
