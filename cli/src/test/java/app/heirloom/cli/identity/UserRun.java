package app.heirloom.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.cli.terminal.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Runs commands for one user of a server. */
record UserRun(IdentitiesRun identities, String label, FilledAccount account, Path models) {

    JsonNode stage() {
        return run("stage", "--json").json();
    }

    /** All stages; the exit code is that of the worst. */
    Said runAll(int exitCode) {
        List<String> arguments = new ArrayList<>(arguments("run"));
        arguments.addAll(List.of("--model-dir", models.toString()));
        arguments.addAll(List.of("--media-programs", IdentitiesRun.MEDIA_PROGRAMS.toString()));
        Said said = identities.run(arguments);
        assertThat(said.code()).as(said.err()).isEqualTo(exitCode);
        return said;
    }

    Said run(String command, String... more) {
        List<String> arguments = new ArrayList<>(arguments(command));
        arguments.addAll(List.of(more));
        Said said = identities.run(arguments);
        assertThat(said.code()).as(said.err() + said.out()).isEqualTo(ExitCode.DONE);
        return said;
    }

    private List<String> arguments(String command) {
        return List.of(
                command,
                "--user=" + label,
                "--store=" + identities.store(),
                "--url=" + account.url(),
                "--api-key=" + account.key(),
                "--server-file=" + identities.store().resolveSibling("none.conf"));
    }
}
