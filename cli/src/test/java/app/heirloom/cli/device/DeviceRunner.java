package app.heirloom.cli.device;

import app.heirloom.library.error.HeirloomException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Runs commands as a terminal would that nobody sits at. */
record DeviceRunner(Path state, String url, String key) {
    static final Path MEDIA_PROGRAMS = Path.of("..", "media", "target", "ffmpeg");
    private static final List<String> WITH_SERVER =
            List.of("add", "scan", "plan", "apply", "restore", "upload", "import");
    private static final List<String> LOOKING = List.of("scan", "upload");

    /** What a command said. */
    record Said(int code, String out, String err) {}

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
        return execute(arguments);
    }

    private static Said execute(List<String> arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = new CommandLine(new DeviceCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
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
}
