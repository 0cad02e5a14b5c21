package app.heirloom.cli.gallery;

import app.heirloom.cli.terminal.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs commands over one database with one folder of models, as a terminal would. */
record GalleryRun(String database, Path models) {
    static final Path MEDIA_PROGRAMS = Path.of("..", "media", "target", "ffmpeg");

    Said run(String command, Object... more) {
        return Said.by(new GalleryCommand(), arguments(command, more));
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
