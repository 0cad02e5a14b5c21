package app.heirloom.cli.device;

import app.heirloom.cli.terminal.Output;
import app.heirloom.library.device.Device;
import app.heirloom.library.device.DeviceCounts;
import app.heirloom.library.device.ScanRecord;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "Show what device and server share, as of the last scan.")
final class StatusCommand implements Runnable {
    @Mixin
    private DeviceOptions options = new DeviceOptions();

    @Mixin
    private Output output = new Output();

    private record Status(Device device, Optional<ScanRecord> scan, DeviceCounts counts) {}

    @Override
    public void run() {
        Status status = options.use(shelves -> new Status(
                shelves.device(),
                shelves.transactions().read(shelves.devices()::findLastScan),
                shelves.transactions().read(shelves.files()::counts)));
        output.print(fields(status), () -> print(status, output.out()));
    }

    private static Map<String, Object> fields(Status status) {
        DeviceCounts counts = status.counts();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", status.device().name());
        fields.put("root", status.device().root().folder().toString());
        fields.put("server", status.device().binding().server().toString());
        fields.put(
                "scanned", status.scan().map(scan -> scan.finished().toString()).orElse(""));
        fields.put("complete", status.scan().map(ScanRecord::complete).orElse(false));
        fields.put("files", counts.files());
        fields.put("motion_videos", counts.motion());
        fields.put("imputed", counts.imputed());
        fields.put("on_server", counts.there());
        fields.put("deleted_on_server", counts.deletedThere());
        fields.put("never_on_server", counts.neverThere());
        fields.put("gone_from_device", counts.gone());
        return fields;
    }

    private static void print(Status status, PrintWriter out) {
        Device device = status.device();
        DeviceCounts counts = status.counts();
        out.println(device.name() + "  " + device.root().folder() + "  "
                + device.binding().server());
        out.println(status.scan()
                .map(scan -> "scanned " + scan.finished() + (scan.complete() ? "" : ", not all of it"))
                .orElse("never scanned"));
        line(out, "on the device", counts.files(), counts.motion() + " motion videos of live photos beside them");
        line(out, "on the server", counts.there(), "");
        line(out, "never there", counts.neverThere(), "heirloom device upload " + device.name());
        line(out, "deleted there", counts.deletedThere(), "heirloom device plan " + device.name() + " --from-server");
        line(out, "gone from here", counts.gone(), "heirloom device plan " + device.name());
        line(out, "imputed", counts.imputed(), "heirloom device verify " + device.name());
    }

    private static void line(PrintWriter out, String what, long count, String hint) {
        out.printf(Locale.ROOT, "%-15s %,9d%s%n", what, count, count == 0 || hint.isEmpty() ? "" : "   " + hint);
    }
}
