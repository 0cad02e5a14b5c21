package app.heirloom.benchmarks.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program from its start to its end, as {@code time} sees it.
 *
 * @param cpuSeconds of it and its children
 * @param megabytes of the largest of them
 */
public record ProgramRun(double seconds, double cpuSeconds, double megabytes) {
    private static final Pattern FIGURES = Pattern.compile("(?m)^([\\d.]+) ([\\d.]+) ([\\d.]+) (\\d+)$");

    public static ProgramRun of(String... command) throws IOException, InterruptedException {
        List<String> timed = new ArrayList<>(List.of("/usr/bin/time", "-f", "%e %U %S %M"));
        timed.addAll(List.of(command));
        Process process = new ProcessBuilder(timed)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getErrorStream().readAllBytes(), UTF_8);
        Matcher figures = FIGURES.matcher(said);
        if (process.waitFor() != 0 || !figures.find()) {
            throw new IllegalStateException(String.join(" ", command) + " failed: " + said);
        }
        return new ProgramRun(
                Double.parseDouble(figures.group(1)),
                Double.parseDouble(figures.group(2)) + Double.parseDouble(figures.group(3)),
                Double.parseDouble(figures.group(4)) / 1024);
    }

    /** Both, one after the other. */
    public ProgramRun then(ProgramRun next) {
        return new ProgramRun(
                seconds + next.seconds, cpuSeconds + next.cpuSeconds, Math.max(megabytes, next.megabytes));
    }
}
