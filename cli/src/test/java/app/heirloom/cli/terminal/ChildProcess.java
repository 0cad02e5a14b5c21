package app.heirloom.cli.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line in a process of its own. */
public final class ChildProcess {
    private ChildProcess() {}

    /** Begins a command; what it says goes to the file, its complaints to one beside it that ends in {@code .err}. */
    public static Process start(Path output, String command, List<String> arguments) throws IOException {
        return builder(output, command, arguments)
                .redirectError(
                        output.resolveSibling(output.getFileName() + ".err").toFile())
                .start();
    }

    /** Begins a command, which says everything into the file. */
    public static Process startWithOneOutput(Path output, String command, List<String> arguments) throws IOException {
        return builder(output, command, arguments).redirectErrorStream(true).start();
    }

    private static ProcessBuilder builder(Path output, String command, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "app.heirloom.cli.CliMain",
                command));
        words.addAll(arguments);
        return new ProcessBuilder(words).redirectOutput(output.toFile());
    }
}
