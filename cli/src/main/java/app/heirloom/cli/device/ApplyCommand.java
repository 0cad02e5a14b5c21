package app.heirloom.cli.device;

import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.library.device.Rails.Strictness;
import app.heirloom.library.device.deletion.DeletionPlan;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.tools.devices.DeviceShelves;
import app.heirloom.tools.devices.deletion.DeletionPlanning;
import app.heirloom.tools.devices.deletion.DeletionRun;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "apply",
        description = "Move to the server's trash what plan says is due. The first time it only tells. Can be undone by"
                + " restore, as long as the server keeps its trash.")
final class ApplyCommand implements Callable<Integer> {
    @Mixin
    private DeviceOptions options = new DeviceOptions();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask before beginning.")
    private boolean yes;

    @Option(
            names = "--approve",
            paramLabel = "N",
            description = "Agree to a run over the limit, of exactly so many deletions.")
    private @Nullable Long approved;

    @Override
    public Integer call() {
        return options.use(shelves -> server.use(photos -> apply(photos, shelves)));
    }

    private int apply(PhotoServer photos, DeviceShelves shelves) {
        var run = new DeletionRun(photos, shelves, options.progress(), InstantSource.system());
        run.requirePossible();
        DeletionPlan plan = new DeletionPlanning(photos, shelves, InstantSource.system()).plan();
        PlanText.print(plan, options.out());
        if (!plan.due().isEmpty() && shelves.device().rails().strictness() != Strictness.AUTONOMOUS) {
            Agreement.require(yes, "Go on?");
        }
        OptionalLong agreed = approved == null ? OptionalLong.empty() : OptionalLong.of(approved);
        DeletionRun.Summary summary = run.run(plan, agreed);
        String text = switch (summary.ending()) {
            case NOTHING_DUE -> "Nothing to do";
            case REHEARSED -> "This was the first run, which only tells. Run it again to do it.";
            case HELD -> "Held: more is due than a run may delete. Nothing was done.";
            case DONE ->
                "run " + summary.run() + ": " + summary.trashed() + " moved to the trash, " + summary.failed()
                        + " not; undo it by heirloom device restore " + options.name() + " " + summary.run();
        };
        options.out().println(text);
        options.out().flush();
        boolean isIncomplete = summary.ending() == DeletionRun.Ending.HELD || summary.failed() > 0 || plan.held() > 0;
        return isIncomplete ? ExitCode.INCOMPLETE : ExitCode.DONE;
    }
}
