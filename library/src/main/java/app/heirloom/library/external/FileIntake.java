package app.heirloom.library.external;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.external.Hashing.Candidate;
import app.heirloom.library.external.Hashing.ReadFile;
import app.heirloom.library.transaction.Transactions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes in, a portion at a time, what a walk found new or changed. A new file with the content of one that is gone is
 * that one, moved: its asset keeps its id and all that hangs on it.
 */
final class FileIntake {
    private static final int PORTION = 100;

    private final ExternalAssets assets;
    private final Hashing hashing;
    private final FolderReader reader;
    private final Unjudged unjudged;
    private final Transactions transactions;
    private final ScanTally tally = new ScanTally();
    private final List<Candidate> waiting = new ArrayList<>();

    FileIntake(
            ExternalAssets assets, Hashing hashing, FolderReader reader, Unjudged unjudged, Transactions transactions) {
        this.assets = assets;
        this.hashing = hashing;
        this.reader = reader;
        this.unjudged = unjudged;
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
        Map<String, ExternalFile> moves = findMoves(read);
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

    /** By the path of the new file. */
    private Map<String, ExternalFile> findMoves(List<ReadFile> read) {
        List<ReadFile> added =
                read.stream().filter(file -> file.known() == null).toList();
        Set<Checksum> contents = added.stream().map(ReadFile::checksum).collect(Collectors.toSet());
        if (contents.isEmpty()) {
            return Map.of();
        }
        Map<Checksum, List<ExternalFile>> twins = assets.listByContent(contents);
        var moves = new HashMap<String, ExternalFile>();
        var taken = new HashSet<String>();
        for (ReadFile file : added) {
            findGone(twins.getOrDefault(file.checksum(), List.of()), file, taken)
                    .ifPresent(gone -> {
                        taken.add(gone.path());
                        moves.put(file.file().key(), gone);
                    });
        }
        return moves;
    }

    /** Of several that are gone, one that had the same name is the most likely to be it. */
    private Optional<ExternalFile> findGone(List<ExternalFile> twins, ReadFile file, Set<String> taken) {
        Path name = file.file().path().getFileName();
        return twins.stream()
                .filter(twin -> !taken.contains(twin.path())
                        && typeOf(twin.path()) == typeOf(file.file().key()))
                .filter(twin -> !unjudged.covers(twin.path()) && reader.isGone(Path.of(twin.path())))
                .min(Comparator.comparing(twin -> !Path.of(twin.path()).endsWith(name)));
    }

    private static AssetType typeOf(String path) {
        return MediaFormat.get(path).type();
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
