package app.heirloom.cli.gallery;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which folders a command goes through, said alike by every command. */
final class Targets {
    @Option(
            names = "--target",
            paramLabel = "PATH",
            required = true,
            arity = "1..*",
            description = "Folders to look at, with all below them.")
    private List<Path> folders = List.of();

    List<Path> folders() {
        return folders;
    }
}
