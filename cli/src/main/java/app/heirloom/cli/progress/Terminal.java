package app.heirloom.cli.progress;

import java.io.Console;
import java.util.Optional;

/** Whether somebody looks on. */
public final class Terminal {
    private Terminal() {}

    /** The terminal; empty when input or output goes elsewhere. */
    @SuppressWarnings("SystemConsoleNull") // null again since JDK 25, unless a program chooses JLine's console
    public static Optional<Console> find() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
