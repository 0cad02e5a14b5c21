package app.heirloom.cli.identity;

import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.cli.terminal.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** All stages on one machine, one after the other. Each gets those of the options that it has. */
@Command(
        name = "run",
        description =
                "Stage, embed, cluster and export, one after the other, with the options of all. May be stopped at"
                        + " any moment, and the next run goes on.")
final class RunCommand implements Callable<Integer> {
    private static final List<String> STAGES = List.of("stage", "embed", "cluster", "export");

    @Mixin
    @SuppressWarnings("unused") // handed on by name
    private ServerOptions server = new ServerOptions();

    @Mixin
    @SuppressWarnings("unused")
    private SetOptions sets = new SetOptions();

    @Mixin
    @SuppressWarnings("unused")
    private FaceModel model = new FaceModel();

    @Mixin
    @SuppressWarnings("unused")
    private TermOptions terms = new TermOptions();

    @Mixin
    @SuppressWarnings("unused")
    private TermOptions.Minimum minimum = new TermOptions.Minimum();

    @Mixin
    @SuppressWarnings("unused")
    private ExportOptions export = new ExportOptions();

    @Mixin
    @SuppressWarnings("unused")
    private StagingOptions staging = new StagingOptions();

    @Mixin
    @SuppressWarnings("unused")
    private SharingOptions sharing = new SharingOptions();

    @Mixin
    @SuppressWarnings("unused")
    private Output output = new Output();

    @Spec
    private @Nullable CommandSpec spec;

    /** A stage that cannot be done ends the run; one that could not do all does not. */
    @Override
    public Integer call() {
        CommandLine own = Objects.requireNonNull(spec).commandLine();
        int worst = ExitCode.DONE;
        for (String name : STAGES) {
            CommandLine stage =
                    Objects.requireNonNull(own.getParent().getSubcommands().get(name));
            int exit = stage.execute(arguments(own.getParseResult(), stage.getCommandSpec()));
            if (exit != ExitCode.DONE && exit != ExitCode.INCOMPLETE) {
                return exit;
            }
            worst = Math.max(worst, exit);
        }
        return worst;
    }

    private static String[] arguments(CommandLine.ParseResult given, CommandSpec stage) {
        List<String> arguments = new ArrayList<>();
        for (OptionSpec option : given.matchedOptions()) {
            if (stage.findOption(option.longestName()) != null) {
                arguments.add(option.longestName());
                option.originalStringValues().stream()
                        .filter(value -> option.arity().max() > 0)
                        .forEach(arguments::add);
            }
        }
        return arguments.toArray(String[]::new);
    }
}
