package app.heirloom.media.program;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One run of a program: limited from outside, drained while it runs, never left behind. */
final class ChildProcess implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ChildProcess.class.getName());
    private static final int MAX_STDERR = 16 * 1024;
    private static final int KILLED = 128 + 9;
    private static final int CPU_LIMIT_EXCEEDED = 128 + 24;

    private final Process process;
    private final Limits limits;
    private final Kept errors = new Kept(MAX_STDERR);
    private final CompletableFuture<Void> outputTaken;
    private final CompletableFuture<Void> errorsTaken;

    private ChildProcess(Process process, Limits limits, Intake intake) {
        this.process = process;
        this.limits = limits;
        this.outputTaken = drained(process.getInputStream(), intake);
        this.errorsTaken = drained(process.getErrorStream(), errors);
    }

    static ChildProcess start(List<String> command, Limits limits, Intake intake) throws IOException {
        var builder = new ProcessBuilder(LimitedCommand.of(command, limits));
        builder.redirectInput(ProcessBuilder.Redirect.from(LimitedCommand.NOTHING));
        LimitedCommand.tune(builder.environment());
        return new ChildProcess(builder.start(), limits, intake);
    }

    /** Waits for its end, by which all that it wrote is taken. */
    Outcome await() {
        try {
            if (!process.waitFor(limits.wallTime().toMillis(), TimeUnit.MILLISECONDS)) {
                throw tookTooLong();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw stopped();
        }
        errorsTaken.join();
        String complaint = new String(errors.bytes(), StandardCharsets.UTF_8);
        return switch (process.exitValue()) {
            case CPU_LIMIT_EXCEEDED -> throw tookTooLong();
            case KILLED -> throw stopped();
            default -> outcome(complaint);
        };
    }

    private Outcome outcome(String complaint) {
        if (process.exitValue() != 0 && complaint.contains("Cannot allocate memory")) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("decoding it takes more memory than the limit of "
                    + (limits.memoryInBytes() >> 20) + " MB for one file");
        }
        outputTaken.join();
        return new Outcome(process.exitValue(), new byte[0], Complaint.of(complaint));
    }

    /** Not the file's fault: this process is shutting down, or the system ran out of memory. */
    static CancellationException stopped() {
        return new CancellationException("the decoder was stopped from outside");
    }

    private HeirloomException tookTooLong() {
        return ErrorCode.UNREADABLE_MEDIA.exception(
                "decoding it takes longer than the limit of " + limits.cpuTime().toSeconds() + " s for one file");
    }

    /** Reads to the end whatever happens, so that the program never blocks. */
    private static CompletableFuture<Void> drained(InputStream stream, Intake intake) {
        return CompletableFuture.runAsync(
                () -> {
                    try (stream) {
                        intake.take(stream);
                        stream.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        LOG.log(Level.DEBUG, "A program was killed while it wrote", e);
                    }
                },
                task -> Thread.ofVirtual().start(task));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join(); // so that nothing is left behind when this returns
    }
}
