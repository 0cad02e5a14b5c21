package app.heirloom.benchmarks.measure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A script beside this class that does the same work with packages of npm.
 *
 * @param name of the resource
 * @param place folder in which {@code npm install} of the packages was run
 * @param packages what has to be installed there
 */
public record NodeScript(String name, Path place, String packages) {
    /**
     * Runs it and returns the figures that it prints.
     *
     * @param scratch a folder for the script
     * @param arguments what follows the place
     */
    public List<Double> run(Path scratch, int figures, String... arguments) throws IOException, InterruptedException {
        Path script = scratch.resolve(name);
        try (InputStream source = NodeScript.class.getResourceAsStream(name)) {
            if (source == null) {
                throw new IOException(name + " is missing in this build");
            }
            Files.write(script, source.readAllBytes());
        }
        List<String> command = new ArrayList<>(List.of("node", script.toString(), place.toString()));
        command.addAll(List.of(arguments));
        Process node = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String[] printed = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split(" ", -1);
        if (node.waitFor() != 0 || printed.length != figures) {
            throw new IOException(name + " failed; is " + packages + " installed in " + place + "?");
        }
        return Arrays.stream(printed).map(Double::valueOf).toList();
    }
}
