package app.heirloom.inference.runtime;

import app.heirloom.library.error.ErrorCode;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where networks lie while they are needed. Each is loaded by its first run and goes when it was idle for a while or
 * when another one needs its room; one that runs stays. Runs that find no room wait for others to end.
 *
 * <p>How much memory a network takes is an estimate: its file, since weights are kept as they are, and the room of its
 * calculations.
 */
public final class ModelMemory implements AutoCloseable {
    /** Weights lie in memory once as they are in the file and in part once more, laid out for the processor. */
    private static final double WEIGHTS = 1.5;
    /**
     * What the calculations on one picture take, which the runtime keeps: measured 32 MB (YuNet at 640 pixels), 118 MB
     * (1440), 176 to 250 MB (PP-OCRv3's detector at 960).
     */
    private static final long CALCULATIONS = 250L << 20;

    private final NetworkLoader loader;
    private final long budgetInBytes;
    private final Duration idle;
    private final InstantSource clock;
    private final ScheduledExecutorService housekeeping;

    private final Map<Path, Place> places = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long usedInBytes;
    private boolean closed;

    /**
     * @param budgetInBytes of memory for all networks together
     * @param idle how long a network stays after its last run
     */
    public ModelMemory(NetworkLoader loader, long budgetInBytes, Duration idle, InstantSource clock) {
        this.loader = loader;
        this.budgetInBytes = budgetInBytes;
        this.idle = idle;
        this.clock = clock;
        this.housekeeping = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("idle-models").factory());
        long pause = Math.max(1, idle.toMillis() / 4);
        var _ = housekeeping.scheduleWithFixedDelay(this::unloadIdle, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** With what this machine can calculate with, half of its memory, and five minutes for what is idle. */
    public static ModelMemory ofThisMachine() {
        long installed =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return new ModelMemory(
                ProbedLoader.ofThisMachine(), installed / 2, Duration.ofMinutes(5), InstantSource.system());
    }

    /** The network of a file, which is loaded when it is run. */
    public Network network(Path file) {
        Path key = file.toAbsolutePath().normalize();
        return (input, shape) -> run(key, network -> network.run(input, shape));
    }

    /** The network of texts of a file, which is loaded when it is run. */
    public TextNetwork textNetwork(Path file) {
        Path key = file.toAbsolutePath().normalize();
        return (tokens, counted) -> run(key, network -> network.read(tokens, counted));
    }

    /** Lets go of what did not run for long. */
    void unloadIdle() {
        lock.lock();
        try {
            Instant before = clock.instant().minus(idle);
            places.values().stream()
                    .filter(place -> place.isIdle() && !place.lastUsed.isAfter(before))
                    .forEach(this::unload);
        } finally {
            lock.unlock();
        }
    }

    /** How much memory the networks that are loaded take, by estimate. */
    public long usedInBytes() {
        lock.lock();
        try {
            return usedInBytes;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for all runs to end and lets go of everything. */
    @Override
    public void close() {
        housekeeping.shutdown();
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            while (places.values().stream().anyMatch(Place::isBusy)) {
                changed.awaitUninterruptibly();
            }
            places.values().stream().filter(Place::isIdle).forEach(this::unload);
        } finally {
            lock.unlock();
        }
    }

    private SequencedMap<String, Tensor> run(Path file, Function<LoadedNetwork, SequencedMap<String, Tensor>> run) {
        Place place = enter(file);
        try {
            return run.apply(place.network());
        } finally {
            leave(place);
        }
    }

    /** Takes part in a network that is loaded, or that this thread loads. */
    private Place enter(Path file) {
        long size = sizeInMemory(file);
        Place place;
        lock.lock();
        try {
            place = places.computeIfAbsent(file, absent -> new Place(size));
            while (place.loading || (place.network == null && !hasRoom(place))) {
                checkOpen();
                changed.awaitUninterruptibly();
            }
            checkOpen();
            place.runs++;
            if (place.network != null) {
                return place;
            }
            place.loading = true;
            usedInBytes += place.sizeInBytes;
        } finally {
            lock.unlock();
        }
        load(file, place);
        return place;
    }

    /** Outside of the lock, since it takes a while and others may run theirs. */
    private void load(Path file, Place place) {
        LoadedNetwork loaded = null;
        try {
            loaded = loader.load(file);
        } finally {
            lock.lock();
            try {
                place.loading = false;
                place.network = loaded;
                if (loaded == null) {
                    place.runs--;
                    usedInBytes -= place.sizeInBytes;
                }
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void leave(Place place) {
        lock.lock();
        try {
            place.runs--;
            place.lastUsed = clock.instant();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Makes room by unloading others, those first that were not used for longest. */
    private boolean hasRoom(Place place) {
        while (usedInBytes + place.sizeInBytes > budgetInBytes) {
            Optional<Place> oldest =
                    places.values().stream().filter(Place::isIdle).min(Comparator.comparing(idle -> idle.lastUsed));
            if (oldest.isEmpty()) {
                return false;
            }
            unload(oldest.get());
        }
        return true;
    }

    private void unload(Place place) {
        place.network().close();
        place.network = null;
        usedInBytes -= place.sizeInBytes;
        changed.signalAll();
    }

    private long sizeInMemory(Path file) {
        long size;
        try {
            size = CALCULATIONS + (long) (WEIGHTS * Files.size(file));
        } catch (IOException e) {
            throw ErrorCode.NOT_FOUND.exception("The model file " + file + " is missing or cannot be read", e);
        }
        if (size > budgetInBytes) {
            throw ErrorCode.INVALID.exception(
                    "The model " + file + " takes about " + (size >> 20) + " MB, but models may" + " take only "
                            + (budgetInBytes >> 20) + " MB: allow more, or use a smaller model");
        }
        return size;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("models are closed");
        }
    }

    /** What is known of one file's network; guarded by the lock. */
    private static final class Place {
        private final long sizeInBytes;
        private @Nullable LoadedNetwork network;
        private boolean loading;
        private int runs;
        private Instant lastUsed = Instant.MIN;

        Place(long sizeInBytes) {
            this.sizeInBytes = sizeInBytes;
        }

        boolean isIdle() {
            return network != null && runs == 0;
        }

        boolean isBusy() {
            return runs > 0;
        }

        LoadedNetwork network() {
            if (network == null) {
                throw new IllegalStateException("the network is not loaded");
            }
            return network;
        }
    }
}
