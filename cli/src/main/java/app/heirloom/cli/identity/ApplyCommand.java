package app.heirloom.cli.identity;

import app.heirloom.cli.remote.ServerOptions;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.cli.terminal.Output;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.tools.identities.people.ApplicationJournal;
import app.heirloom.tools.identities.people.ApplicationSettings;
import app.heirloom.tools.identities.people.ApplicationUndo;
import app.heirloom.tools.identities.people.AppliedSet;
import app.heirloom.tools.identities.people.SetApplication;
import app.heirloom.tools.identities.sets.SetStore;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells a photo server who is on its pictures. */
@Command(
        name = "apply",
        description = "Make the people of the photo server those of the user's identity sets. Whom somebody named there"
                + " stays; sets that contradict that are told and left out. --undo takes the last run back.")
final class ApplyCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private SetOptions sets = new SetOptions();

    @Option(
            names = "--name",
            paramLabel = "SET=NAME",
            description = "Call the person of a set so, from now on; may be repeated.")
    private Map<Integer, String> names = Map.of();

    @Option(
            names = "--merge",
            description = "Merge people without a name whose known faces are all in one set, with all other faces they"
                    + " have; --undo cannot part the latter again.")
    private boolean merge;

    @Option(names = "--dry-run", description = "Only tell what would be done.")
    private boolean dryRun;

    @Option(names = "--undo", description = "Take the last run back, but for what somebody changed since.")
    private boolean undo;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (undo && (dryRun || merge || !names.isEmpty())) {
            throw ErrorCode.INVALID.exception("--undo goes with none of --dry-run, --merge and --name");
        }
        return server.use(photos -> undo ? undo(photos) : apply(photos));
    }

    private int apply(PhotoServer photos) {
        var settings = new ApplicationSettings(dryRun, merge, names, Math.max(1, server.concurrency()));
        var contradictions = new AtomicInteger();
        try (SetStore store = sets.openFilled()) {
            new SetApplication(photos, store, journal(), settings).run(sets.label(), set -> {
                if (set.contradiction() != null) {
                    contradictions.incrementAndGet();
                }
                output.print(fields(set), () -> print(set));
            });
        }
        return contradictions.get() == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private int undo(PhotoServer photos) {
        ApplicationUndo.Summary summary = new ApplicationUndo(photos, journal()).run(sets.label());
        output.print(Map.of("faces", summary.faces(), "exceptions", summary.exceptions()), () -> {
            output.out().println(summary.faces() + " faces are whose they were");
            summary.exceptions().forEach(exception -> output.out().println("  but " + exception));
        });
        List<String> exceptions = summary.exceptions();
        return exceptions.isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private ApplicationJournal journal() {
        return new ApplicationJournal(sets.folder(), InstantSource.system());
    }

    private static Map<String, Object> fields(AppliedSet set) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("set", set.set());
        fields.put("name", set.name());
        fields.put("assigned", set.faces().assigned());
        fields.put("already", set.faces().already());
        fields.put("missing", set.faces().missing());
        if (set.contradiction() != null) {
            fields.put("contradiction", set.contradiction());
        }
        return fields;
    }

    private void print(AppliedSet set) {
        String name = set.name().isEmpty() ? "" : " (" + set.name() + ")";
        if (set.contradiction() != null) {
            output.out().println("set " + set.set() + name + " is left out: " + set.contradiction());
        } else {
            output.out()
                    .printf(
                            Locale.ROOT,
                            "set %d%s: %,d faces %s, %,d were already, %,d are not on the server%n",
                            set.set(),
                            name,
                            set.faces().assigned(),
                            dryRun ? "would be assigned" : "assigned",
                            set.faces().already(),
                            set.faces().missing());
        }
    }
}
