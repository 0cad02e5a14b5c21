package app.heirloom.cli.duplicate;

import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.cli.terminal.TerminalProgress;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.tools.backup.DiskFailure;
import app.heirloom.tools.duplicates.CandidateSearch;
import app.heirloom.tools.duplicates.CandidateSearch.Found;
import app.heirloom.tools.duplicates.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Shows groups by which to try out what the other commands do. */
@Command(
        name = "candidates",
        description = "Show groups of many kinds, by which to try out what the other commands do. Changes nothing.")
final class CandidatesCommand implements Runnable {
    private static final int SHOWN = 3;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(
            names = "--scenario",
            paramLabel = "PREFIX",
            defaultValue = "",
            description = "Only kinds whose code begins so, as C or X1.")
    private String prefix = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File to write, instead of the terminal.")
    private @Nullable Path output;

    @Option(names = "--json", description = "As JSON, with all groups of each kind.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        List<Scenario> wanted = Scenario.startingWith(prefix);
        if (wanted.isEmpty()) {
            throw ErrorCode.INVALID.exception("No kind of group has a code that begins with " + prefix);
        }
        CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
        var progress = new TerminalProgress(commandLine.getErr());
        Map<Scenario, List<Found>> found =
                server.use(photos -> new CandidateSearch(photos, progress, InstantSource.system()).run(wanted));
        String text = json ? toJson(found) : toText(found);
        if (output == null) {
            PrintWriter out = commandLine.getOut();
            out.print(text);
            out.flush();
        } else {
            write(output, text);
        }
    }

    private static String toText(Map<Scenario, List<Found>> found) {
        var text = new StringBuilder();
        found.forEach((scenario, groups) -> {
            text.append(String.format("%-4s%6d  %s%n", scenario.name(), groups.size(), scenario.title()));
            groups.stream()
                    .limit(SHOWN)
                    .forEach(group -> text.append(String.format(
                            "            %s, %d assets, as %s%n", group.group(), group.assets(), group.fileName())));
        });
        long missing = found.values().stream().filter(List::isEmpty).count();
        return text + String.format("%d of %d kinds are there%n", found.size() - missing, found.size());
    }

    private static String toJson(Map<Scenario, List<Found>> found) {
        List<Map<String, Object>> scenarios = new ArrayList<>();
        found.forEach((scenario, groups) -> scenarios.add(Map.of(
                "scenario", scenario.name(),
                "description", scenario.title(),
                "groups",
                        groups.stream()
                                .map(group -> Map.of(
                                        "duplicate_id", group.group().toString(),
                                        "filename", group.fileName(),
                                        "assets", group.assets()))
                                .toList())));
        return JsonMapper.shared().writeValueAsString(scenarios) + System.lineSeparator();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw DiskFailure.of("Cannot write " + file, e);
        }
    }
}
