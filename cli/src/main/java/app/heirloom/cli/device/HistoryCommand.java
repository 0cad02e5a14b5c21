package app.heirloom.cli.device;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.device.JournalEntry;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "history", description = "Show what was done for this device, step by step.")
final class HistoryCommand implements Runnable {
    @Mixin
    private DeviceOptions options = new DeviceOptions();

    @Override
    public void run() {
        options.use(shelves -> shelves.transactions().read(() -> {
            shelves.devices()
                    .forEachEntry(Optional.empty(), entry -> options.out().println(line(entry)));
            return true;
        }));
        options.out().flush();
    }

    private static String line(JournalEntry entry) {
        AssetId asset = entry.asset();
        return Stream.of(
                        entry.time().toString(),
                        entry.run().toString(),
                        entry.step().name().toLowerCase(Locale.ROOT),
                        asset == null ? "" : asset.toString(),
                        Optional.ofNullable(entry.path()).orElse(""),
                        Optional.ofNullable(entry.note()).orElse(""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("  "));
    }
}
