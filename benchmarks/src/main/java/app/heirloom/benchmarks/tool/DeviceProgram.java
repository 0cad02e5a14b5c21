package app.heirloom.benchmarks.tool;

import app.heirloom.benchmarks.measure.ProgramRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands of devices, asking the server under test. */
record DeviceProgram(String server, String key, Path states) {
    private static final Path LAUNCHER = Path.of("heirloom").toAbsolutePath();

    ProgramRun run(String command, String name, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("env", "IMMICH_URL=" + server, "IMMICH_API_KEY=" + key));
        words.addAll(List.of(LAUNCHER.toString(), "device", command, name, "--device-dir=" + states));
        words.addAll(List.of(more));
        return ProgramRun.of(words.toArray(String[]::new));
    }
}
