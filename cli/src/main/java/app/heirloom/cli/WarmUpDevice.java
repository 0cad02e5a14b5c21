package app.heirloom.cli;

import app.heirloom.cli.terminal.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Scans a device of a thousand photos, twice, uploads them, and scans it as another device, whose photos the server now has.
 * A scan of many more, and an upload of as many, are over in seconds, most of which would go into learning what is done
 * often; that goes for the server, too.
 */
record WarmUpDevice(Path folder, Path mediaPrograms, String url, String key) {
    private static final int PHOTOS = 1_000;
    private static final FileTime COPIED = FileTime.from(Instant.parse("2024-05-01T10:00:00Z"));

    void run() throws IOException {
        Path device = Files.createDirectory(folder.resolve("device"));
        try (InputStream photo = WarmUp.class.getResourceAsStream("warm-up.jpg")) {
            byte[] bytes = Objects.requireNonNull(photo, "warm-up.jpg").readAllBytes();
            for (int i = 0; i < PHOTOS; i++) {
                Path file = Files.write(device.resolve("IMG_%04d.jpg".formatted(i)), bytes);
                Files.write(
                        file, List.of("photo " + i), StandardOpenOption.APPEND); // each is another one to the server
                Files.setLastModifiedTime(file, COPIED);
            }
        }
        execute("add", "unknown", "--no-mark", "--root=" + device);
        execute("scan", "unknown", "--fast", "--media-programs=" + mediaPrograms);
        execute("scan", "unknown", "--fast", "--media-programs=" + mediaPrograms);
        execute("upload", "unknown");
        execute("add", "known", "--no-mark", "--root=" + device);
        execute("scan", "known", "--fast", "--media-programs=" + mediaPrograms);
    }

    private void execute(String command, String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of("device", command, name));
        arguments.addAll(List.of("--device-dir=" + folder, "--server-file=" + folder.resolve("none")));
        arguments.addAll(List.of("--url=" + url, "--api-key=" + key));
        arguments.addAll(List.of(more));
        int code = CliMain.run(arguments.toArray(String[]::new), Map.of());
        if (code != ExitCode.DONE) {
            throw new IllegalStateException("The warm-up failed: device " + command + " ended with " + code);
        }
    }
}
