package app.heirloom.library.external;

import app.heirloom.library.external.Hashing.Candidate;
import app.heirloom.library.external.Hashing.ReadFile;
import app.heirloom.library.transaction.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes in, a portion at a time, what a walk found new or changed. */
final class FileIntake {
    private static final int PORTION = 100;

    private final ExternalAssets assets;
    private final Hashing hashing;
    private final MoveDetection detection;
    private final Transactions transactions;
    private final ScanTally tally = new ScanTally();
    private final List<Candidate> waiting = new ArrayList<>();

    FileIntake(ExternalAssets assets, Hashing hashing, MoveDetection detection, Transactions transactions) {
        this.assets = assets;
        this.hashing = hashing;
        this.detection = detection;
        this.transactions = transactions;
    }

    ScanTally tally() {
        return tally;
    }

    void offer(Candidate candidate) {
        waiting.add(candidate);
        if (waiting.size() == PORTION) {
            flush();
        }
    }

    void flush() {
        List<Candidate> portion = List.copyOf(waiting);
        waiting.clear();
        if (portion.isEmpty()) {
            return;
        }
        List<Candidate> unread =
                portion.stream().filter(Candidate::isStampKnown).toList();
        List<Candidate> toRead =
                portion.stream().filter(candidate -> !candidate.isStampKnown()).toList();
        List<ReadFile> read = hashing.read(toRead);
        Map<String, ExternalFile> moves = detection.find(read);
        transactions.run(() -> {
            unread.forEach(candidate -> assets.keep(Objects.requireNonNull(candidate.known()), candidate.file()));
            read.forEach(file -> take(file, moves));
        });
        count(unread, read, moves);
        tally.postponed += toRead.size() - read.size();
    }

    private void take(ReadFile read, Map<String, ExternalFile> moves) {
        ExternalFile known =
                read.known() != null ? read.known() : moves.get(read.file().key());
        if (known == null) {
            assets.add(read);
        } else {
            assets.update(known, read);
        }
    }

    private void count(List<Candidate> unread, List<ReadFile> read, Map<String, ExternalFile> moves) {
        tally.moved += moves.size();
        tally.changed += read.stream().filter(file -> file.known() != null).count();
        tally.added += read.stream().filter(file -> file.known() == null).count() - moves.size();
        tally.returned += unread.stream()
                .filter(candidate -> Objects.requireNonNull(candidate.known()).missing())
                .count();
    }
}
