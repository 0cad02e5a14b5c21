package app.heirloom.library.device.deletion;

import app.heirloom.library.device.Rails;
import app.heirloom.library.device.Rails.Strictness;
import java.time.Instant;
import java.util.List;

/**
 * What a run would do.
 *
 * @param items every candidate, with what is to become of it
 * @param limit how many one run may send to the trash
 */
public record DeletionPlan(List<Item> items, long limit) {
    public DeletionPlan {
        items = List.copyOf(items);
    }

    /** A candidate and its fate. */
    public record Item(Deletion deletion, Fate fate) {}

    /** What becomes of a candidate. */
    public sealed interface Fate {
        /** It may go to the trash now. */
        record Due() implements Fate {}

        /** It is in quarantine. */
        record Waiting(Instant until) implements Fate {}

        /** It stays, until somebody looks at it. */
        record Held(String reason) implements Fate {}
    }

    /** Judges each candidate by itself. */
    public static DeletionPlan of(List<Deletion> candidates, Rails rails, long files, Instant now) {
        return new DeletionPlan(
                candidates.stream()
                        .map(deletion -> new Item(deletion, fateOf(deletion, rails, now)))
                        .toList(),
                rails.limit(files));
    }

    private static Fate fateOf(Deletion deletion, Rails rails, Instant now) {
        var evidence = deletion.evidence();
        if (!evidence.inScope()) {
            return new Fate.Held("it is in none of the albums of the scope");
        }
        if (!evidence.proven()) {
            return new Fate.Held("a file of its size is still here and cannot be read");
        }
        if (evidence.contradicts()) {
            return new Fate.Held("the server's size or dimensions are not those of the file that was here");
        }
        if (deletion.isImputed() && !evidence.agrees() && rails.strictness() == Strictness.STRICT) {
            return new Fate.Held("its checksum was imputed, and the server does not tell enough to compare");
        }
        if (evidence.twin() && rails.strictness() != Strictness.AUTONOMOUS) {
            return new Fate.Held("a file of that name and another type is still here: perhaps it was re-encoded");
        }
        Instant until = deletion.file().gone().plus(rails.quarantine());
        return until.isAfter(now) ? new Fate.Waiting(until) : new Fate.Due();
    }

    public List<Deletion> due() {
        return items.stream()
                .filter(item -> item.fate() instanceof Fate.Due)
                .map(Item::deletion)
                .toList();
    }

    public long waiting() {
        return items.stream()
                .filter(item -> item.fate() instanceof Fate.Waiting)
                .count();
    }

    public long held() {
        return items.stream().filter(item -> item.fate() instanceof Fate.Held).count();
    }

    /** How many of those that are due rest on a checksum that nobody read. */
    public long imputed() {
        return due().stream().filter(Deletion::isImputed).count();
    }

    /** Whether so many are due that somebody has to look at them first. */
    public boolean isOverLimit() {
        return due().size() > limit;
    }
}
