package app.heirloom.cli.model;

import java.io.Console;
import java.util.Optional;

/** The terminal that a person sits at. */
final class Terminal {
    private Terminal() {}

    /** Empty when the output goes to a file or a program. */
    static Optional<Console> find() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
