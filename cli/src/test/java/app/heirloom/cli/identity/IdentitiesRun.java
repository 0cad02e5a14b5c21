package app.heirloom.cli.identity;

import app.heirloom.cli.terminal.ChildProcess;
import app.heirloom.cli.terminal.Said;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.library.identity.picture.SeenPicture;
import app.heirloom.storage.identity.NpzFaceCache;
import app.heirloom.testkit.remote.standin.StandInServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs commands over one store, as a terminal would, here or in a process of their own. */
record IdentitiesRun(Path store) {
    static final Path MEDIA_PROGRAMS = Path.of("..", "media", "target", "ffmpeg");

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
        return Said.by(new IdentitiesCommand(), arguments);
    }

    /** In a process of its own, which says everything into the file. */
    static Process start(Path output, List<String> arguments) throws IOException {
        return ChildProcess.startWithOneOutput(output, "identities", arguments);
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
