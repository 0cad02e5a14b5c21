package app.heirloom.cli.device;

import app.heirloom.cli.terminal.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs commands as a terminal would that nobody sits at. */
record DeviceRunner(Path state, String url, String key) {
    static final Path MEDIA_PROGRAMS = Path.of("..", "media", "target", "ffmpeg");
    private static final List<String> WITH_SERVER =
            List.of("add", "scan", "plan", "apply", "restore", "upload", "import");
    private static final List<String> LOOKING = List.of("scan", "upload");

    Said run(String command, String... more) {
        return runOn("phone", command, more);
    }

    Said runOn(String name, String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command, name));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--device-dir", state.toString()));
        if (WITH_SERVER.contains(command)) {
            arguments.addAll(List.of("--url", url, "--api-key", key));
            arguments.addAll(List.of("--server-file", state.resolve("none.conf").toString()));
        }
        if (LOOKING.contains(command)) {
            arguments.addAll(List.of("--media-programs", MEDIA_PROGRAMS.toString()));
        }
        return Said.by(new DeviceCommand(), arguments);
    }
}
