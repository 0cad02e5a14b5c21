package app.heirloom.cli.gallery;

import app.heirloom.library.error.HeirloomException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands over one database with one folder of models, as a terminal would. */
record GalleryRun(String database, Path models) {
    static final Path MEDIA_PROGRAMS = Path.of("..", "media", "target", "ffmpeg");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a command said. */
    record Said(int code, String out, String err) {
        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    Said run(String command, Object... more) {
        List<String> arguments = arguments(command, more);
        var out = new StringWriter();
        var err = new StringWriter();
        var line = new CommandLine(new GalleryCommand());
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

    List<String> arguments(String command, Object... more) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of("--database", database));
        if (List.of("index", "cluster", "search", "doctor").contains(command)) {
            arguments.addAll(List.of("--model-dir", models.toString()));
        }
        if (List.of("index", "search").contains(command)) {
            arguments.addAll(List.of("--media-programs", MEDIA_PROGRAMS.toString()));
        }
        for (Object argument : more) {
            arguments.add(argument.toString());
        }
        return arguments;
    }
}
