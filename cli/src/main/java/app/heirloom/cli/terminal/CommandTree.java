package app.heirloom.cli.terminal;

import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command with those below it. Only what is called by name is read in full, since to read the options of all takes longer
 * than most commands; of the others there are name and description, which is what help tells of them.
 */
public final class CommandTree {
    private CommandTree() {}

    /** As far as these words of a command line lead. */
    public static CommandLine towards(Object command, String... words) {
        return grow(command, Set.of(words)::contains);
    }

    /** With all options of all commands. */
    public static CommandLine whole(Object command) {
        return grow(command, name -> true);
    }

    private static CommandLine grow(Object command, Predicate<String> isCalled) {
        var line = new CommandLine(command);
        Subcommands below = line.getCommandSpec().userObject().getClass().getAnnotation(Subcommands.class);
        if (below != null) {
            for (Class<?> type : below.value()) {
                Command described = type.getAnnotation(Command.class);
                String name = described.name();
                line.addSubcommand(name, isCalled.test(name) ? grow(type, isCalled) : outline(described));
            }
        }
        return line;
    }

    private static CommandLine outline(Command described) {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage().description(described.description()).hidden(described.hidden());
        return new CommandLine(spec);
    }
}
