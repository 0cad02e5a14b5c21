package app.heirloom.tools.identities.embedding;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.library.identity.picture.SeenPicture;
import app.heirloom.tools.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The queue on the staging machine. It is what was staged and is in no cache, so that it needs no file of its own: when
 * this program is killed, the next one makes it anew, and only what was not in the cache yet is looked at again.
 */
public final class EmbeddingQueue implements PictureQueue, AutoCloseable {
    /** After so many pictures the cache is written. */
    private static final int FLUSH = 50;

    private final StagedPictures staged;
    private final FaceCache cache;
    private final Settings settings;
    private final Progress progress;
    private final Consumer<String> complaints;
    private final int pictures;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Map<String, Lease> leases = new LinkedHashMap<>();
    private final List<SeenPicture> unwritten = new ArrayList<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private final Map<String, Integer> workers = new TreeMap<>();
    private int seen;
    private long faces;

    /**
     * How the queue shares out its pictures.
     *
     * @param lease for how long a worker may be silent
     */
    public record Settings(Duration lease, InstantSource clock) {}

    private record Lease(String worker, Instant end) {}

    /** @param complaints told of each picture that could not be looked at */
    public EmbeddingQueue(
            StagedPictures staged, FaceCache cache, Settings settings, Progress progress, Consumer<String> complaints) {
        this.staged = staged;
        this.cache = cache;
        this.settings = settings;
        this.progress = progress;
        this.complaints = complaints;
        staged.ledger().listPictures().stream()
                .filter(sha256 -> !cache.has(sha256))
                .forEach(waiting::add);
        this.pictures = waiting.size();
        progress.begin("Looking", "pictures", OptionalLong.of(pictures));
    }

    @Override
    public ModelId model() {
        return cache.model();
    }

    @Override
    public synchronized Portion take(String worker, int count) {
        Instant now = settings.clock().instant();
        takeBack(now);
        List<PictureTask> tasks = new ArrayList<>();
        while (tasks.size() < count && !waiting.isEmpty()) {
            String sha256 = waiting.remove();
            leases.put(sha256, new Lease(worker, now.plus(settings.lease())));
            tasks.add(staged.task(sha256));
        }
        return new Portion(tasks, waiting.isEmpty() && leases.isEmpty());
    }

    /** Workers that died, or lost their way to here. */
    private void takeBack(Instant now) {
        List<String> over = leases.entrySet().stream()
                .filter(lease -> lease.getValue().end().isBefore(now))
                .map(Map.Entry::getKey)
                .toList();
        over.forEach(leases::remove);
        waiting.addAll(over);
    }

    @Override
    public LocalPicture fetch(PictureTask task) {
        return new KeptPicture(Path.of(task.path()));
    }

    /** The file of a picture that was staged; for workers elsewhere. */
    public synchronized Path file(String sha256) {
        return Path.of(staged.task(sha256).path());
    }

    /** Whether the picture was staged. */
    public boolean has(String sha256) {
        return staged.ledger().has(sha256);
    }

    @Override
    public synchronized void give(String worker, Findings findings) {
        for (PictureLook look : findings.looks()) {
            if (end(look.sha256())) {
                unwritten.add(staged.seen(look));
                seen++;
                faces += look.faces().size();
                workers.merge(worker, 1, Integer::sum);
            }
        }
        for (PictureFailure failure : findings.failures()) {
            if (end(failure.sha256())) {
                fail(failure);
            }
        }
        if (unwritten.size() >= FLUSH || (waiting.isEmpty() && leases.isEmpty())) {
            flush();
        }
    }

    /** Whether somebody was still to look at the picture; now nobody is. */
    private boolean end(String sha256) {
        boolean isOpen = leases.remove(sha256) != null || waiting.remove(sha256);
        progress.advance(isOpen ? 1 : 0);
        return isOpen;
    }

    private void fail(PictureFailure failure) {
        failures.merge(failure.reason(), 1, Integer::sum);
        complaints.accept(staged.task(failure.sha256()).path() + ": " + failure.reason());
        if (failure.lost()) {
            staged.lose(failure.sha256());
        }
    }

    private void flush() {
        cache.add(unwritten);
        unwritten.clear();
    }

    @Override
    public synchronized void renew(String worker) {
        Instant end = settings.clock().instant().plus(settings.lease());
        leases.replaceAll((sha256, lease) -> lease.worker().equals(worker) ? new Lease(worker, end) : lease);
    }

    public synchronized EmbeddingSummary summary() {
        return new EmbeddingSummary(pictures, seen, faces, failures, workers);
    }

    /** Whether nothing is left to do. */
    public synchronized boolean isFinished() {
        takeBack(settings.clock().instant());
        return waiting.isEmpty() && leases.isEmpty();
    }

    /** Tells the cache which assets have come since to pictures that it has. */
    public synchronized void addOrigins() {
        Set<String> contents = new HashSet<>(staged.ledger().listContents());
        Map<String, SeenPicture> behind = new HashMap<>();
        cache.forEach(picture -> {
            if (contents.contains(picture.sha256())) {
                SeenPicture whole = picture.alsoAt(List.of(), staged.origins(picture.sha256()));
                if (whole.origins().size() > picture.origins().size()) {
                    behind.put(
                            picture.sha256(),
                            new SeenPicture(whole.sha256(), whole.paths(), whole.shape(), whole.origins(), List.of()));
                }
            }
        });
        cache.add(behind.values());
    }

    /** Writes what was handed in. */
    @Override
    public synchronized void close() {
        progress.end();
        flush();
    }

    private record KeptPicture(Path file) implements LocalPicture {
        @Override
        public void close() {}
    }
}
