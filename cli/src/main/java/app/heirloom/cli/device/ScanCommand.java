package app.heirloom.cli.device;

import app.heirloom.cli.distribution.Decoder;
import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.cli.terminal.Terminal;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.media.Media;
import app.heirloom.tools.devices.DeviceScan;
import app.heirloom.tools.devices.DeviceScan.Summary;
import app.heirloom.tools.devices.DeviceShelves;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "scan",
        description =
                "Look what is on the device, and what of it on the server. May be stopped at any time; the next scan"
                        + " goes on.")
final class ScanCommand implements Callable<Integer> {
    private static final String QUESTION = """
            This device was not looked at before. There are two ways:
              full  reads every file. What the device and the server share is then certain.
              fast  takes over what the server knows of files that match one of its photos by name, second of capture and
                    size, and reads the others. It takes seconds instead of hours, and device verify can read the rest
                    later.
            Which one, full or fast?""";

    @Mixin
    private DeviceOptions options = new DeviceOptions();

    @Mixin
    private ServerOptions server = new ServerOptions();

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

    @Override
    public Integer call() {
        if (fast && full) {
            throw ErrorCode.INVALID.exception("--fast and --full contradict each other: give one");
        }
        Threads.require(threads);
        Summary summary = options.use(shelves -> {
            boolean isFast = fast || (!full && isFirst(shelves) && chooseFast());
            return server.use(photos -> {
                try (Media media = decoder.open()) {
                    return new DeviceScan(
                                    photos,
                                    shelves,
                                    media.metadata(),
                                    new DeviceScan.Settings(isFast, threads),
                                    options.progress(),
                                    InstantSource.system())
                            .run(options::complain);
                }
            });
        });
        tell(summary);
        return summary.scan().complete() ? ExitCode.DONE : ExitCode.INCOMPLETE;
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

    private void tell(Summary summary) {
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
