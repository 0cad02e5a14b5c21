package app.heirloom.cli.model;

import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The model packs of this machine. */
@Command(name = "models", description = "List, add, verify and remove model packs.")
public final class ModelsCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        Objects.requireNonNull(spec).commandLine().usage(out());
    }

    @Command(name = "list", description = "Show which packs there are, and whether their files are here.")
    void list(@Mixin ModelOptions options) {
        ModelFolder folder = options.folder();
        for (Pack pack : folder.list()) {
            print(pack, folder.verify(pack));
        }
    }

    @Command(name = "add", description = "Copy the files of a pack out of a folder; they are known by their SHA-256.")
    void add(
            @Mixin ModelOptions options,
            @Parameters(paramLabel = "PACK", description = "Name of the pack.") String name,
            @Option(names = "--from", paramLabel = "DIR", required = true, description = "Folder with the files.")
                    Path from) {
        ModelFolder folder = options.folder();
        Pack pack = folder.get(name);
        folder.add(pack, from);
        print(pack, folder.verify(pack));
    }

    @Command(name = "verify", description = "Compare the files of a pack with what they should be.")
    int verify(
            @Mixin ModelOptions options,
            @Parameters(paramLabel = "PACK", description = "Name of the pack.") String name) {
        ModelFolder folder = options.folder();
        Pack pack = folder.get(name);
        ModelFolder.State state = folder.verify(pack);
        print(pack, state);
        return state == ModelFolder.State.READY ? 0 : 2;
    }

    @Command(name = "remove", description = "Remove the files of a pack.")
    void remove(
            @Mixin ModelOptions options,
            @Parameters(paramLabel = "PACK", description = "Name of the pack.") String name) {
        ModelFolder folder = options.folder();
        Pack pack = folder.get(name);
        folder.remove(pack);
        print(pack, folder.verify(pack));
    }

    private void print(Pack pack, ModelFolder.State state) {
        out().printf(
                        "%-32s %-8s %s%n",
                        pack.id(),
                        state.name().toLowerCase(Locale.ROOT),
                        pack.terms().license());
        out().flush();
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
