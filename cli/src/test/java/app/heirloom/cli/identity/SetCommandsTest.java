package app.heirloom.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.terminal.CommandTree;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.cli.terminal.Said;
import app.heirloom.testkit.remote.FakePhotoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.JsonNode;

/** What the commands on sets say, of three people who were made up. */
class SetCommandsTest {
    private static final int PEOPLE = 3;

    @TempDir
    private Path folder;

    private IdentitiesRun identities;

    @BeforeEach
    void fill() throws IOException {
        identities = new IdentitiesRun(folder.resolve("store"));
        new MadeStore(identities.store(), new FakePhotoServer()).add(PEOPLE);
    }

    private Said run(String command, String... more) {
        return identities.run(identities.user(command, more));
    }

    private JsonNode status() {
        return run("status", "--json").json();
    }

    @Test
    void clusterTellsWhereAllFacesWent() {
        JsonNode first = run("cluster", "--json").json();
        assertThat(first.path("faces").intValue()).isEqualTo(PEOPLE * MadeStore.FACES);
        assertThat(first.path("in_new_sets").intValue()).isEqualTo(PEOPLE * MadeStore.FACES);
        assertThat(first.path("new_sets")).hasSize(PEOPLE);
        Said again = run("cluster");
        assertThat(again.out()).contains("18 faces = 18 in sets before", "0 new sets, 0 grown", "set 0001 covers 6");
        assertThat(run("cluster", "--min-faces=1").err()).contains("At least 2 faces make a set");
    }

    @Test
    void statusTellsHowFarItIs() {
        assertThat(status().path("seen_pictures").intValue()).isEqualTo(PEOPLE * MadeStore.FACES);
        assertThat(status().path("canonical_sets").intValue()).isZero();
        run("cluster");
        assertThat(status().path("canonical_sets").intValue()).isEqualTo(PEOPLE);
        assertThat(status().path("faces_in_sets").intValue()).isEqualTo(PEOPLE * MadeStore.FACES);
        assertThat(run("status").out()).contains("canonical sets     3", "model              made up");
    }

    @Test
    void statusOfNobodySaysWhatToDo() {
        Said said = identities.run(
                List.of("status", "--user=bob", "--store", identities.store().toString()));
        assertThat(said.code()).isEqualTo(ExitCode.CANNOT);
        assertThat(said.err()).contains("NOT_FOUND: Nothing was staged for bob").contains("stage --user bob");
    }

    @Test
    void consolidateProposesMergesAndParts() {
        run("cluster");
        assertThat(run("consolidate").out()).as("nobody is alike").isEmpty();

        JsonNode proposal = run("consolidate", "--distance=1.5", "--json").json();
        assertThat(proposal.path("set").intValue()).isEqualTo(1);
        assertThat(proposal.path("others").toString()).isEqualTo("[2,3]");
        assertThat(proposal.path("merged").booleanValue()).isFalse();
        assertThat(run("consolidate", "--distance=1.5", "--only=2").out()).isEmpty();
        assertThat(status().path("canonical_sets").intValue()).isEqualTo(PEOPLE);

        assertThat(run("consolidate", "--distance=1.5", "--merge").out()).contains("set 1 now has [2, 3]");
        assertThat(status().path("canonical_sets").intValue()).isEqualTo(1);
        assertThat(status().path("merged_sets").intValue()).isEqualTo(2);

        assertThat(run("consolidate", "--undo=2,3").out()).contains("Sets of their own again: [2, 3]");
        assertThat(status().path("canonical_sets").intValue()).isEqualTo(PEOPLE);
        assertThat(status().path("merged_sets").intValue()).isZero();
    }

    @Test
    void whoHasNoSetsIsToldWhereTheyComeFrom() {
        Said said = run("consolidate");
        assertThat(said.code()).isEqualTo(ExitCode.CANNOT);
        assertThat(said.err()).contains("The user ann has no identity sets").contains("cluster --user ann");
        assertThat(identities.store().resolve("_sets")).doesNotExist();
    }

    @Test
    void consolidateRefusesWhatItCannotDo() {
        run("cluster");
        for (String[] bad : new String[][] {{"--merge", "--undo=1"}, {"--undo=7"}, {"--distance=3"}}) {
            Said said = run("consolidate", bad);
            assertThat(said.code()).isEqualTo(ExitCode.CANNOT);
            assertThat(said.err()).startsWith("INVALID: ");
        }
        assertThat(status().path("canonical_sets").intValue()).isEqualTo(PEOPLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage", "embed", "cluster", "export"})
    void runHasTheOptionsOfAllStages(String stage) {
        CommandSpec run = command("run");
        assertThat(command(stage).options())
                .extracting(OptionSpec::longestName)
                .allSatisfy(name -> assertThat(run.findOption(name)).as(name).isNotNull());
    }

    private static CommandSpec command(String name) {
        var commands = CommandTree.whole(new IdentitiesCommand()).getSubcommands();
        return Objects.requireNonNull(commands.get(name)).getCommandSpec();
    }
}
