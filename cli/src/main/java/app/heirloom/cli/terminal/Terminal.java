package app.heirloom.cli.terminal;

import java.io.Console;
import java.util.Optional;

/** The terminal that a person sits at. */
public final class Terminal {
    private Terminal() {}

    /** Empty when input or output goes to a file or a program. */
    public static Optional<Console> find() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
