package app.heirloom.tools.identities.sets;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.identity.Anchor;
import app.heirloom.library.identity.IdentitySet;
import app.heirloom.tools.backup.DiskFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All identity sets of all users, in one folder; one program at a time writes there. Sets are moved between shelves, never
 * deleted, and each change is one line in a journal.
 *
 * <p>Fails as INVALID when the folder is of another tool, in use, or holds what cannot be read, and as STORAGE_FULL.
 */
public final class SetStore implements AutoCloseable {
    private static final String LOCK = ".lock";

    private final SetFolders folders;
    private final TopManifest manifest;
    private final SetJournal journal;
    private final FileChannel lock;
    private final Map<Shelf, NavigableMap<Integer, IdentitySet>> shelves = new EnumMap<>(Shelf.class);
    private int last;

    private SetStore(Path root, FileChannel lock) {
        this.folders = new SetFolders(root);
        this.manifest = new TopManifest(root.resolve(TopManifest.NAME));
        this.journal = new SetJournal(root.resolve(SetJournal.NAME), InstantSource.system());
        this.lock = lock;
    }

    /** Makes the folder where there is none, and ends what a stopped run had begun. */
    public static SetStore open(Path root) {
        try {
            Files.createDirectories(root);
            var store = new SetStore(root, lock(root));
            try {
                store.read();
                store.finishMerges();
                return store;
            } catch (RuntimeException e) {
                store.close();
                throw e;
            }
        } catch (IOException e) {
            throw DiskFailure.of("Cannot open the folder of identity sets " + root, e);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // told below
        }
        channel.close();
        throw ErrorCode.INVALID.exception("The identity sets in " + root + " are in use by another run");
    }

    private void read() {
        last = manifest.last();
        for (Shelf shelf : Shelf.values()) {
            NavigableMap<Integer, IdentitySet> sets = folders.read(shelf);
            shelves.put(shelf, sets);
            last = sets.isEmpty() ? last : Math.max(last, sets.lastKey());
        }
    }

    /** A set whose faces another one took over goes to its shelf. */
    private void finishMerges() {
        Set<Integer> held = shelves.values().stream()
                .flatMap(sets -> sets.values().stream())
                .flatMap(set -> set.anchors().stream().map(Anchor::set).filter(number -> number != set.number()))
                .collect(Collectors.toSet());
        for (Shelf shelf : List.of(Shelf.CANONICAL, Shelf.THIN)) {
            list(shelf).stream()
                    .filter(set -> held.contains(set.number()))
                    .forEach(set -> move(set.number(), shelf, Shelf.MERGED));
        }
    }

    /** The set that the other one was merged into. */
    Optional<IdentitySet> holderOf(int number) {
        return Stream.of(Shelf.values())
                .flatMap(shelf -> list(shelf).stream())
                .filter(set -> set.holds(number))
                .findFirst();
    }

    /** In the order of their numbers. */
    public List<IdentitySet> list(Shelf shelf) {
        return List.copyOf(on(shelf).values());
    }

    /** Those of one user. */
    public List<IdentitySet> list(Shelf shelf, String owner) {
        return list(shelf).stream().filter(set -> set.owner().equals(owner)).toList();
    }

    /** Fails as INVALID when there is no such set, or it is part of another one. */
    public IdentitySet get(int number) {
        return Optional.ofNullable(on(Shelf.CANONICAL).get(number))
                .or(() -> Optional.ofNullable(on(Shelf.THIN).get(number)))
                .orElseThrow(() -> ErrorCode.INVALID.exception("There is no identity set " + number
                        + holderOf(number)
                                .map(holder -> " any more: it is part of set " + holder.number())
                                .orElse("")));
    }

    private NavigableMap<Integer, IdentitySet> on(Shelf shelf) {
        return Objects.requireNonNull(shelves.get(shelf));
    }

    /** The highest number that was ever given to a set. */
    public int last() {
        return last;
    }

    public Path folder(Shelf shelf, int number) {
        return folders.folder(shelf, number);
    }

    /** Makes or changes a set where it stands; a new one stands on the shelf. */
    public void save(Shelf shelf, IdentitySet set) {
        if (on(Shelf.MERGED).containsKey(set.number())) {
            throw new IllegalArgumentException("set " + set.number() + " is part of another one");
        }
        boolean isNew = on(shelf).put(set.number(), set) == null;
        folders.write(shelf, set);
        last = Math.max(last, set.number());
        journal.note(isNew ? "founded" : "changed", set);
    }

    /** Puts a set elsewhere. */
    public void move(int number, Shelf from, Shelf to) {
        IdentitySet set = Objects.requireNonNull(on(from).get(number), () -> "no set " + number + " is " + from);
        folders.move(number, from, to);
        on(from).remove(number);
        on(to).put(number, set);
        journal.note("moved to " + to.name().toLowerCase(java.util.Locale.ROOT), set);
    }

    /** Makes one set part of another one of the same user. */
    public void merge(int target, int other) {
        IdentitySet whole = get(target);
        IdentitySet part = get(other);
        if (target == other
                || !whole.owner().equals(part.owner())
                || !whole.model().equals(part.model())) {
            throw ErrorCode.INVALID.exception(
                    "Sets " + target + " and " + other + " cannot be one: only two sets of one user and one model can");
        }
        save(shelfOf(target), whole.merged(part));
        move(other, shelfOf(other), Shelf.MERGED);
    }

    /** Makes a part of another set one of its own again. */
    public void unmerge(int number) {
        Optional<IdentitySet> holder = holderOf(number);
        if (!on(Shelf.MERGED).containsKey(number)) {
            throw ErrorCode.INVALID.exception("The identity set " + number + " is not part of another one");
        }
        holder.ifPresent(whole -> {
            if (on(Shelf.MERGED).containsKey(whole.number())) {
                throw ErrorCode.INVALID.exception("Set " + whole.number() + ", which " + number
                        + " is part of, is itself part of another one: take that out first");
            }
            save(shelfOf(whole.number()), whole.without(number));
        });
        move(number, Shelf.MERGED, Shelf.CANONICAL);
    }

    Shelf shelfOf(int number) {
        return on(Shelf.THIN).containsKey(number) ? Shelf.THIN : Shelf.CANONICAL;
    }

    /** Brings the list of all sets up to date. */
    public void writeManifest() {
        manifest.merge(shelves, last);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw DiskFailure.of("Cannot close the folder of identity sets", e);
        }
    }
}
