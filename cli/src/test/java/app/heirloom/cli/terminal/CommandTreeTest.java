package app.heirloom.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

class CommandTreeTest {
    @Command(name = "garden", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT)
    @Subcommands({Tree.class, Pond.class})
    private static final class Garden {}

    @Command(name = "tree", description = "Something tall.")
    @Subcommands({Plant.class, Fell.class})
    private static final class Tree {}

    @Command(name = "pond", description = "Something wet.")
    private static final class Pond {}

    @Command(name = "plant", description = "Begin one.")
    private static final class Plant implements Callable<Integer> {
        @Option(names = "--depth")
        private int depth;

        @Override
        public Integer call() {
            return depth;
        }
    }

    @Command(name = "fell", description = "End one.", hidden = true)
    private static final class Fell implements Callable<Integer> {
        @Option(names = "--axes")
        private int axes;

        @Override
        public Integer call() {
            return axes;
        }
    }

    @Test
    void readsInFullWhatIsCalled() {
        String[] words = {"tree", "plant", "--depth=3"};
        CommandLine line = CommandTree.towards(new Garden(), words);
        assertThat(line.execute(words)).isEqualTo(3);
        assertThat(options(line, "tree", "fell")).as("nobody called it").doesNotContain("--axes");
        assertThat(options(CommandTree.whole(new Garden()), "tree", "fell")).contains("--axes");
    }

    @Test
    void tellsOfAllThatIsNotHidden() {
        CommandLine tree = Objects.requireNonNull(CommandTree.towards(new Garden(), "tree", "--help")
                .getSubcommands()
                .get("tree"));
        assertThat(tree.getUsageMessage())
                .contains("plant", "Begin one.", "--help")
                .doesNotContain("fell");
        assertThat(CommandTree.towards(new Garden()).getUsageMessage()).contains("Something tall.", "Something wet.");
    }

    @Test
    void aGroupByItselfIsNoCommand() {
        assertThat(Said.by(new Garden(), List.of("tree")).err()).contains("Missing required subcommand");
    }

    private static Iterable<String> options(CommandLine line, String group, String name) {
        CommandLine found = Objects.requireNonNull(line.getSubcommands().get(group));
        return Objects.requireNonNull(found.getSubcommands().get(name))
                .getCommandSpec()
                .optionsMap()
                .keySet();
    }
}
