package app.heirloom.media.program;

import app.heirloom.library.error.ErrorCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** ffmpeg and ffprobe, found and ready to run. Safe for concurrent use. */
public final class Programs implements AutoCloseable {
    private static final int MAX_OUTPUT = 64 << 20;
    private static final String SUFFIX = File.separatorChar == '/' ? "" : ".exe";

    private final Path ffmpeg;
    private final Path ffprobe;
    private final Limits limits;
    private final Set<ChildProcess> running = ConcurrentHashMap.newKeySet();
    private final Thread lastResort = new Thread(this::killAll, "kill-decoders");
    private volatile boolean closed;

    private Programs(Path ffmpeg, Path ffprobe, Limits limits) {
        this.ffmpeg = ffmpeg;
        this.ffprobe = ffprobe;
        this.limits = limits;
    }

    /** Looks into the folder, then along the PATH, and tries whether it starts. */
    public static Programs find(Path folder, Limits limits) {
        var programs = new Programs(locate("ffmpeg", folder), locate("ffprobe", folder), limits);
        Runtime.getRuntime().addShutdownHook(programs.lastResort);
        programs.tryOut();
        return programs;
    }

    /** Runs ffmpeg, quiet but for errors. */
    public Outcome ffmpeg(List<String> arguments) {
        var output = new Kept(MAX_OUTPUT);
        return ffmpeg(arguments, output).with(output.bytes());
    }

    /** Runs ffmpeg, whose output goes where it is taken and not into the outcome. */
    public Outcome ffmpeg(List<String> arguments, Intake intake) {
        return run(ffmpeg, "-nostdin", arguments, intake);
    }

    /** Runs ffprobe. */
    public Outcome ffprobe(List<String> arguments) {
        var output = new Kept(MAX_OUTPUT);
        return run(ffprobe, null, arguments, output).with(output.bytes());
    }

    private Outcome run(Path program, @Nullable String flag, List<String> arguments, Intake intake) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-hide_banner", "-v", "error"));
        if (flag != null) {
            command.add(flag);
        }
        command.addAll(arguments);
        try (var child = ChildProcess.start(command, limits, intake)) {
            running.add(child);
            try {
                if (closed) {
                    throw ChildProcess.stopped(); // it came too late to be seen by whoever kills the others
                }
                return child.await();
            } finally {
                running.remove(child);
            }
        } catch (IOException e) {
            throw ErrorCode.MISSING_PROGRAM.exception(
                    program + " does not start: " + e.getMessage() + ". Is it made for this machine?", e);
        }
    }

    /** One of them will do: both are made together, of the same libraries. */
    private void tryOut() {
        Outcome outcome = run(ffmpeg, null, List.of("-version"), new Kept(0));
        if (outcome.failed()) {
            throw ErrorCode.MISSING_PROGRAM.exception(ffmpeg + " does not start: " + outcome.complaint());
        }
    }

    private static Path locate(String name, Path folder) {
        Path own = folder.resolve(name + SUFFIX);
        if (Files.isRegularFile(own)) {
            makeExecutable(own);
            return own.toAbsolutePath();
        }
        return onPath(name + SUFFIX)
                .orElseThrow(() -> ErrorCode.MISSING_PROGRAM.exception("There is no " + name
                        + " in " + folder.toAbsolutePath() + " nor on the PATH: it decodes photos and videos."
                        + " Build Heirloom for this machine (./mvnw package) or install FFmpeg."));
    }

    /** Archives lose the permission; a folder that refuses the change may still hold a program that runs. */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    private static void makeExecutable(Path program) {
        if (!Files.isExecutable(program)) {
            program.toFile().setExecutable(true, false);
        }
    }

    private static Optional<Path> onPath(String file) {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(File.pathSeparator, -1)) {
            Path candidate = Path.of(folder, file);
            if (!folder.isEmpty() && Files.isExecutable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private void killAll() {
        closed = true;
        running.forEach(ChildProcess::close);
    }

    @Override
    public void close() {
        killAll();
        try {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IllegalStateException e) {
            // The machine is shutting down already, and the hook runs by itself.
            return;
        }
    }
}
