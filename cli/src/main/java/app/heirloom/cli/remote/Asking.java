package app.heirloom.cli.remote;

import java.io.Console;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whoever sits at the terminal, if anybody does. */
interface Asking {
    /** What is typed; empty when nobody is there. */
    Optional<String> ask(String question);

    /** The same, without showing it. */
    Optional<String> askHidden(String question);

    static Asking ofTerminal() {
        return new Asking() {
            @Override
            public Optional<String> ask(String question) {
                Console console = console();
                return console == null ? Optional.empty() : Optional.ofNullable(console.readLine("%s ", question));
            }

            @Override
            public Optional<String> askHidden(String question) {
                Console console = console();
                return console == null
                        ? Optional.empty()
                        : Optional.ofNullable(console.readPassword("%s ", question))
                                .map(String::new);
            }

            private static @Nullable Console console() {
                Console console = System.console();
                return console != null && console.isTerminal() ? console : null;
            }
        };
    }
}
