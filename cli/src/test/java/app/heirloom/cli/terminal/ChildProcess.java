package app.heirloom.cli.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line in a process of its own. */
final class ChildProcess {
    private ChildProcess() {}

    /** Begins a command; what it says, its complaints left out, goes to the file. */
    static Process start(Path output, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "app.heirloom.cli.CliMain",
                "gallery"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(
                        output.resolveSibling(output.getFileName() + ".err").toFile())
                .redirectOutput(output.toFile())
                .start();
    }
}
