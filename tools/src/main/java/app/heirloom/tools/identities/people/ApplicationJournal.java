package app.heirloom.tools.identities.people;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.RemoteAccount;
import app.heirloom.tools.backup.DiskFailure;
import app.heirloom.tools.backup.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What applications did to a photo server, one file for each, oldest first by name. */
public final class ApplicationJournal {
    private static final String FOLDER = "_applied";

    private final Path folder;
    private final InstantSource clock;

    /** @param sets folder of all identity sets */
    public ApplicationJournal(Path sets, InstantSource clock) {
        this.folder = sets.resolve(FOLDER);
        this.clock = clock;
    }

    /** One application. */
    final class Run {
        private final Journal<Deed> journal;

        private Run(Path file) {
            this.journal = new Journal<>(file, Deed.class);
        }

        List<Deed> deeds() {
            return journal.read();
        }

        synchronized void add(Deed deed) {
            journal.append(deed);
        }

        void takeBack(List<String> exceptions) {
            add(new Deed.TakenBack(clock.instant(), exceptions));
        }
    }

    Run begin(String owner, RemoteAccount account) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw DiskFailure.of("Cannot make " + folder, e);
        }
        String time = clock.instant().toString().replace(":", "");
        var run = new Run(folder.resolve(time + "-" + owner + ".jsonl"));
        run.add(new Deed.Begun(
                clock.instant(),
                owner,
                account.server().address().toString(),
                account.user().id()));
        return run;
    }

    /** The last application of the user's sets that was not taken back. */
    Run last(String owner) {
        if (Files.notExists(folder)) {
            throw nothing(owner);
        }
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Run> last = files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted(Comparator.reverseOrder())
                    .map(Run::new)
                    .filter(run -> isOpen(run.deeds(), owner))
                    .findFirst();
            return last.orElseThrow(() -> nothing(owner));
        } catch (IOException e) {
            throw DiskFailure.of("Cannot read " + folder, e);
        }
    }

    private static boolean isOpen(List<Deed> deeds, String owner) {
        return !deeds.isEmpty()
                && deeds.getFirst() instanceof Deed.Begun begun
                && begun.owner().equals(owner)
                && !(deeds.getLast() instanceof Deed.TakenBack);
    }

    private static RuntimeException nothing(String owner) {
        return ErrorCode.INVALID.exception("There is nothing to take back of the sets of " + owner);
    }
}
