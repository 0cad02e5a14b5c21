package app.heirloom.cli.device;

import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.tools.devices.ChecksumVerification;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description = "Read files again whose checksum is known, and correct those that are wrong. Needs no server.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private DeviceOptions options = new DeviceOptions();

    @Option(names = "--sample", paramLabel = "N", description = "Only so many files, by chance.")
    private @Nullable Integer sample;

    @Option(names = "--imputed", description = "Only files whose checksum was taken over from the server.")
    private boolean imputed;

    @Option(
            names = "--per-minute",
            paramLabel = "N",
            description = "At most so many files a minute, to run beside other work.")
    private @Nullable Integer perMinute;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "4",
            description = {"Files that are read at once, from 1 to 16.", "Default: ${DEFAULT-VALUE}"})
    private int threads;

    @Override
    public Integer call() {
        Threads.require(threads);
        var settings = new ChecksumVerification.Settings(
                imputed, positive("--sample", sample), positive("--per-minute", perMinute), threads);
        ChecksumVerification.Summary summary = options.use(shelves ->
                new ChecksumVerification(shelves, settings, options.progress(), Thread::sleep).run(options::complain));
        options.out()
                .println(summary.verified() + " right, " + summary.mismatched() + " wrong and corrected, "
                        + summary.skipped() + " skipped");
        options.out().flush();
        return summary.mismatched() + summary.skipped() == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private static OptionalInt positive(String option, @Nullable Integer value) {
        if (value != null && value < 1) {
            throw ErrorCode.INVALID.exception(option + " must be at least 1, not " + value);
        }
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
