package app.heirloom.cli.identity;

import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.library.identity.picture.SeenPicture;
import app.heirloom.storage.identity.NpzFaceCache;
import app.heirloom.testkit.remote.standin.StandInServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands over one store, as a terminal would, here or in a process of their own. */
record IdentitiesRun(Path store) {
    static final Path MEDIA_PROGRAMS = Path.of("..", "media", "target", "ffmpeg");

    /** What a command said. */
    record Said(int code, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    Said stage(StandInServer server, String... more) {
        return run(stageArguments(server, more));
    }

    List<String> stageArguments(StandInServer server, String... more) {
        List<String> arguments = user("stage");
        arguments.addAll(List.of("--url", server.url(), "--api-key", StandInServer.KEY));
        arguments.addAll(
                List.of("--server-file", store.resolveSibling("none.conf").toString(), "--patience=1"));
        arguments.addAll(List.of(more));
        return arguments;
    }

    /** A command for the user Ann. */
    List<String> user(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command, "--user=ann", "--store", store.toString()));
        arguments.addAll(List.of(more));
        return arguments;
    }

    Said run(List<String> arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = new CommandLine(new IdentitiesCommand());
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            if (failure instanceof HeirloomException e) {
                err.write(e.code() + ": " + e.getMessage());
                return 2;
            }
            throw failure;
        });
        int code = line.execute(arguments.toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }

    /** In a process of its own, which says everything into the file. */
    static Process start(Path output, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "app.heirloom.cli.CliMain",
                "identities"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** What the cache of faces has, by SHA-256. */
    Map<String, SeenPicture> cached() {
        Map<String, SeenPicture> pictures = new TreeMap<>();
        try (FaceCache cache = NpzFaceCache.open(store.resolve("ann").resolve("faces.npz"))) {
            cache.forEach(picture -> pictures.put(picture.sha256(), picture));
        }
        return pictures;
    }
}
