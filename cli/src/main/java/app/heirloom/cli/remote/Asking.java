package app.heirloom.cli.remote;

import app.heirloom.cli.terminal.Terminal;
import java.util.Optional;

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
                return Terminal.find().map(console -> console.readLine("%s ", question));
            }

            @Override
            public Optional<String> askHidden(String question) {
                return Terminal.find()
                        .map(console -> console.readPassword("%s ", question))
                        .map(String::new);
            }
        };
    }
}
