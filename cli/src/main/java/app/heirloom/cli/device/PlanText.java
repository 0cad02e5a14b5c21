package app.heirloom.cli.device;

import app.heirloom.library.device.deletion.DeletionPlan;
import app.heirloom.library.device.deletion.DeletionPlan.Fate;
import app.heirloom.library.device.deletion.DeletionPlan.Item;
import java.io.PrintWriter;
import java.util.Locale;

/** Tells a plan line by line. */
final class PlanText {
    private PlanText() {}

    static void print(DeletionPlan plan, PrintWriter out) {
        plan.items().forEach(item -> out.println(line(item)));
        out.printf(
                Locale.ROOT,
                "%,d due, %,d in quarantine, %,d held%n",
                plan.due().size(),
                plan.waiting(),
                plan.held());
        if (plan.imputed() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d of the due rest on checksums that were taken over from the server%n",
                    plan.imputed());
        }
        if (plan.isOverLimit()) {
            out.printf(
                    Locale.ROOT,
                    "A run may delete %,d: look at these, then apply with --approve %d%n",
                    plan.limit(),
                    plan.due().size());
        }
        out.flush();
    }

    private static String line(Item item) {
        String path = item.deletion().path();
        return switch (item.fate()) {
            case Fate.Due due -> "due      " + path + (item.deletion().isImputed() ? " (imputed)" : "");
            case Fate.Waiting waiting -> "waiting  " + path + " until " + waiting.until();
            case Fate.Held held -> "held     " + path + ": " + held.reason();
        };
    }
}
