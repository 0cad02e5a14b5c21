package app.heirloom.cli.device;

import app.heirloom.cli.distribution.Decoder;
import app.heirloom.cli.terminal.Terminal;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.media.Media;
import app.heirloom.tools.devices.DeviceScan;
import app.heirloom.tools.devices.DeviceScan.Summary;
import app.heirloom.tools.devices.DeviceShelves;
import java.time.InstantSource;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a device is looked at, by scan and by what may have to scan first. */
final class Looking {
    private static final String QUESTION = """
            This device was not looked at before. There are two ways:
              full  reads every file. What the device and the server share is then certain.
              fast  takes over what the server knows of files that match one of its photos by name, second of capture and
                    size, and reads the others. It takes seconds instead of hours, and device verify can read the rest
                    later.
            Which one, full or fast?""";

    @Mixin
    private Decoder decoder = new Decoder();

    @Option(names = "--fast", description = "Take checksums over from the server where that is safe.")
    private boolean fast;

    @Option(names = "--full", description = "Read every file that was not read before. This is the default.")
    private boolean full;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "4",
            description = {"Files that are read at once, from 1 to 16.", "Default: ${DEFAULT-VALUE}"})
    private int threads;

    /** Fails as INVALID when the options make no sense. */
    void require() {
        if (fast && full) {
            throw ErrorCode.INVALID.exception("--fast and --full contradict each other: give one");
        }
        Threads.require(threads);
    }

    /** Whether nobody ever looked, or the options say how to. */
    boolean isDue(DeviceShelves shelves) {
        return fast || full || isFirst(shelves);
    }

    /** Asks whoever is there how to look for the first time, unless the options say it. */
    DeviceScan.Settings settings(DeviceShelves shelves) {
        return new DeviceScan.Settings(fast || (!full && isFirst(shelves) && chooseFast()), threads);
    }

    /** Looks, tells what it came to, and returns whether all was seen. */
    boolean run(DeviceScan.Settings settings, PhotoServer photos, DeviceShelves shelves, DeviceOptions options) {
        try (Media media = decoder.open()) {
            Summary summary = new DeviceScan(
                            photos, shelves, media.metadata(), settings, options.progress(), InstantSource.system())
                    .run(options::complain);
            tell(summary, options);
            return summary.scan().complete();
        }
    }

    private static boolean isFirst(DeviceShelves shelves) {
        return shelves.transactions().read(shelves.devices()::findLastScan).isEmpty();
    }

    /** Nobody there means no. */
    private static boolean chooseFast() {
        return Terminal.find()
                .map(console -> console.readLine("%s ", QUESTION))
                .filter(answer -> answer.strip().equalsIgnoreCase("fast"))
                .isPresent();
    }

    private static void tell(Summary summary, DeviceOptions options) {
        var scan = summary.scan();
        var counts = scan.counts();
        if (summary.gone() > 0) {
            options.out().printf(Locale.ROOT, "%,d files are gone since the scan before%n", summary.gone());
        }
        if (!scan.complete()) {
            options.out()
                    .printf(
                            Locale.ROOT,
                            "%,d files or folders could not be looked at: nothing counts as gone%n",
                            summary.unreadable());
        }
        options.out()
                .printf(
                        Locale.ROOT,
                        "%,d files (%,d matched, %,d hashed, %,d ambiguous, %,d fallback)%n",
                        scan.files(),
                        counts.imputed(),
                        counts.hashed(),
                        counts.ambiguous(),
                        counts.fallback());
        options.out().flush();
    }
}
