package app.heirloom.cli.device;

import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.library.device.DeviceFile;
import app.heirloom.library.device.deletion.DeletionPlan;
import app.heirloom.tools.devices.DeviceShelves;
import app.heirloom.tools.devices.deletion.DeletionPlanning;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description = "Tell what was deleted on the device and is still on the server, and what apply would do. Changes"
                + " nothing.")
final class PlanCommand implements Callable<Integer> {
    private static final int PORTION = 1_000;

    @Mixin
    private DeviceOptions options = new DeviceOptions();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(
            names = "--from-server",
            description = "Tell instead what was deleted on the server and is still on the device. Nothing here ever"
                    + " deletes from the device.")
    private boolean fromServer;

    @Override
    public Integer call() {
        if (fromServer) {
            return options.use(this::tellDeletedThere);
        }
        DeletionPlan plan = options.use(
                shelves -> server.use(photos -> new DeletionPlanning(photos, shelves, InstantSource.system()).plan()));
        PlanText.print(plan, options.out());
        return plan.held() > 0 || plan.isOverLimit() ? ExitCode.INCOMPLETE : ExitCode.DONE;
    }

    private int tellDeletedThere(DeviceShelves shelves) {
        long count = 0;
        List<DeviceFile> page;
        String after = "";
        do {
            String from = after;
            page = shelves.transactions().read(() -> shelves.files().listDeletedThere(from, PORTION));
            for (DeviceFile file : page) {
                options.out().println("deleted there  " + file.path());
                after = file.path();
            }
            count += page.size();
        } while (page.size() == PORTION);
        options.out().println(count + " files on the device are deleted on the server, as of the last scan");
        options.out().flush();
        return ExitCode.DONE;
    }
}
