package app.heirloom.cli;

import app.heirloom.cli.distribution.NativeLibraries;
import app.heirloom.cli.terminal.CommandTree;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.library.error.HeirloomException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The program {@code heirloom}. */
public final class CliMain {
    private CliMain() {}

    public static void main(String[] arguments) {
        NativeLibraries.use();
        System.exit(run(arguments, System.getenv()));
    }

    /** Runs one command and returns the program's exit code. */
    static int run(String[] arguments, Map<String, String> environment) {
        return run(CommandTree.towards(new Heirloom(), arguments), arguments, environment);
    }

    /** Output goes where the command line was told. */
    static int run(CommandLine heirloom, String[] arguments, Map<String, String> environment) {
        heirloom.setCaseInsensitiveEnumValuesAllowed(true);
        heirloom.setExecutionExceptionHandler(CliMain::explain);
        heirloom.setParameterExceptionHandler(new WrongOptions());
        try {
            heirloom.setDefaultValueProvider(Settings.of(arguments, environment));
            return heirloom.execute(arguments);
        } catch (HeirloomException e) {
            return explain(e, heirloom);
        }
    }

    /** A failure that people can mend is told in a paragraph; any other is a fault of the program, with its trace. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        return switch (failure) {
            case HeirloomException e -> explain(e, command);
            case ParameterException e -> throw e;
            default -> throw failure;
        };
    }

    private static int explain(HeirloomException failure, CommandLine command) {
        command.getErr().println("heirloom: " + failure.getMessage() + " [" + failure.code() + "]");
        return ExitCode.CANNOT;
    }
}
