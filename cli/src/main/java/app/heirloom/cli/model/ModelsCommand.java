package app.heirloom.cli.model;

import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.cli.terminal.Terminal;
import app.heirloom.inference.check.Finding;
import app.heirloom.inference.check.PackCheck;
import app.heirloom.inference.download.PackPull;
import app.heirloom.inference.download.Patience;
import app.heirloom.inference.pack.ModelFile;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import app.heirloom.library.error.ErrorCode;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The model packs of this machine. */
@Command(name = "models", description = "List, fetch, add, verify and remove model packs.")
public final class ModelsCommand {
    @Spec
    private @Nullable CommandSpec spec;

    @Command(name = "list", description = "Show which packs there are, and whether their files are here.")
    void list(@Mixin ModelOptions options) {
        ModelFolder folder = options.folder();
        for (Pack pack : folder.list()) {
            print(pack, folder.glance(pack));
        }
    }

    @Command(name = "pull", description = "Fetch the files of a pack; what came before a break is not fetched again.")
    void pull(
            @Mixin ModelOptions options,
            @Mixin Acceptance acceptance,
            @Parameters(paramLabel = "PACK", description = "Name of the pack.") String name,
            @Option(
                            names = "--from",
                            paramLabel = "URL|DIR",
                            description = "Take them from a mirror or a folder that holds the pack's paths, such as"
                                    + " visual/model.onnx.")
                    @Nullable
                    String from) {
        ModelFolder folder = options.folder();
        Pack pack = folder.get(name);
        acceptance.require(pack, out());
        var pull = new PackPull(
                folder,
                Patience.DEFAULT,
                new PullProgress(out(), Terminal.find().isPresent()));
        if (from == null) {
            pull.fromNetwork(pack, Optional.empty());
        } else if (from.startsWith("http://") || from.startsWith("https://")) {
            pull.fromNetwork(pack, Optional.of(address(from)));
        } else {
            pull.fromFolder(pack, Path.of(from));
        }
        print(pack, folder.glance(pack));
    }

    @Command(name = "add", description = "Copy the files of a pack out of a folder; they are known by their SHA-256.")
    void add(
            @Mixin ModelOptions options,
            @Mixin Acceptance acceptance,
            @Parameters(paramLabel = "PACK", description = "Name of the pack.") String name,
            @Option(names = "--from", paramLabel = "DIR", required = true, description = "Folder with the files.")
                    Path from) {
        pull(options, acceptance, name, from.toString());
    }

    @Command(
            name = "verify",
            description = "Compare the files of a pack with what they should be, load its networks and try them.")
    int verify(
            @Mixin ModelOptions options,
            @Parameters(paramLabel = "PACK", description = "Name of the pack.") String name) {
        ModelFolder folder = options.folder();
        Pack pack = folder.get(name);
        ModelFolder.State state = folder.verify(pack);
        print(pack, state);
        if (state != ModelFolder.State.READY) {
            printFaults(folder, pack);
            return ExitCode.INCOMPLETE;
        }
        List<Finding> findings = new PackCheck(folder).run(pack);
        for (Finding finding : findings) {
            out().printf("  %s: %s%n", finding.file(), finding.sentence());
        }
        out().flush();
        return findings.stream().allMatch(Finding::good) ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private void printFaults(ModelFolder folder, Pack pack) {
        for (ModelFile file : pack.files()) {
            String name = file.content().file();
            switch (folder.verify(pack, file)) {
                case READY -> {}
                case MISSING -> out().printf("  %s is not here%n", name);
                case DAMAGED -> out().printf("  %s is not the file that the pack means%n", name);
            }
        }
        out().flush();
    }

    @Command(name = "remove", description = "Remove the files of a pack.")
    void remove(
            @Mixin ModelOptions options,
            @Parameters(paramLabel = "PACK", description = "Name of the pack.") String name) {
        ModelFolder folder = options.folder();
        Pack pack = folder.get(name);
        folder.remove(pack);
        print(pack, folder.glance(pack));
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw ErrorCode.INVALID.exception("--from " + text + " is no address: " + e.getMessage(), e);
        }
    }

    private void print(Pack pack, ModelFolder.State state) {
        out().println(PackLine.of(pack, state));
        out().flush();
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
