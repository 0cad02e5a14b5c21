package app.heirloom.media.program;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One run of a program: limited from outside, drained while it runs, never left behind. */
final class ChildProcess implements AutoCloseable {
    private static final int MAX_STDERR = 16 * 1024;
    private static final int MAX_STDOUT = 64 << 20;
    private static final int KILLED = 128 + 9;
    private static final int CPU_LIMIT_EXCEEDED = 128 + 24;

    private final Process process;
    private final Limits limits;
    private final CompletableFuture<byte[]> output;
    private final CompletableFuture<byte[]> errors;

    private ChildProcess(Process process, Limits limits) {
        this.process = process;
        this.limits = limits;
        this.output = drained(process.getInputStream(), MAX_STDOUT);
        this.errors = drained(process.getErrorStream(), MAX_STDERR);
    }

    static ChildProcess start(List<String> command, Limits limits) throws IOException {
        var builder = new ProcessBuilder(LimitedCommand.of(command, limits));
        builder.redirectInput(ProcessBuilder.Redirect.from(LimitedCommand.NOTHING));
        LimitedCommand.tune(builder.environment());
        return new ChildProcess(builder.start(), limits);
    }

    Outcome await() {
        try {
            if (!process.waitFor(limits.wallTime().toMillis(), TimeUnit.MILLISECONDS)) {
                throw tookTooLong();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw stopped();
        }
        String complaint = new String(errors.join(), StandardCharsets.UTF_8);
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
        return new Outcome(process.exitValue(), output.join(), Complaint.of(complaint));
    }

    /** Not the file's fault: this process is shutting down, or the system ran out of memory. */
    static CancellationException stopped() {
        return new CancellationException("the decoder was stopped from outside");
    }

    private HeirloomException tookTooLong() {
        return ErrorCode.UNREADABLE_MEDIA.exception(
                "decoding it takes longer than the limit of " + limits.cpuTime().toSeconds() + " s for one file");
    }

    /** Reads to the end whatever happens, so that the program never blocks, but keeps only the first bytes. */
    private static CompletableFuture<byte[]> drained(InputStream stream, int limit) {
        var result = new CompletableFuture<byte[]>();
        Thread.ofVirtual().start(() -> {
            try (stream) {
                byte[] kept = stream.readNBytes(limit);
                stream.transferTo(OutputStream.nullOutputStream());
                result.complete(kept);
            } catch (IOException e) {
                result.complete(new byte[0]);
            }
        });
        return result;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join(); // so that nothing is left behind when this returns
    }
}
