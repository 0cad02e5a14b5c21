package app.heirloom.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process and its children take from a Linux machine, read from {@code /proc}. */
public record ProcessUse(ProcessHandle process) {
    private static final double MILLIS_PER_TICK = 10;

    /** The resident memory of the process and its children. */
    public double residentMegabytes() {
        return family().mapToLong(one -> kilobytes(one.pid(), "VmRSS:")).sum() / 1024.0;
    }

    /** The largest resident memory of the process so far. */
    public double largestResidentMegabytes() {
        return kilobytes(process.pid(), "VmHWM:") / 1024.0;
    }

    /** The processor time of the process, and of the children it has waited for. */
    public double cpuMillis() {
        String[] fields = read(process.pid(), "stat").replaceAll("^.*\\) ", "").split(" ", -1);
        long ticks = 0;
        for (int field = 11; field <= 14; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks * MILLIS_PER_TICK;
    }

    private Stream<ProcessHandle> family() {
        return Stream.concat(Stream.of(process), process.descendants());
    }

    private static long kilobytes(long pid, String key) {
        return read(pid, "status")
                .lines()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** Empty when the process has just ended. */
    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            return "";
        }
    }
}
