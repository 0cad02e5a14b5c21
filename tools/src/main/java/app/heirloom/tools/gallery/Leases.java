package app.heirloom.tools.gallery;

import static java.lang.System.Logger.Level.WARNING;

import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.gallery.Gallery;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Shares galleries among the workers on one database. What a dead worker of this machine had is free at once; of one
 * elsewhere, when its lease is over.
 */
final class Leases implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Leases.class.getName());
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int RENEWALS_IN_LEASE = 4;
    private static final String SEPARATOR = " process ";

    private final IndexShelves shelves;
    private final String worker;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("gallery-leases").daemon().factory());
    private final ScheduledFuture<?> renewals;

    private Leases(IndexShelves shelves, String worker) {
        this.shelves = shelves;
        this.worker = worker;
        long period = LEASE.toMillis() / RENEWALS_IN_LEASE;
        this.renewals = clock.scheduleAtFixedRate(this::renew, period, period, TimeUnit.MILLISECONDS);
    }

    static Leases open(IndexShelves shelves) {
        String host = hostName();
        shelves.transactions()
                .run(() -> shelves.galleries().listWorkers().stream()
                        .filter(worker -> worker.startsWith(host + SEPARATOR) && isDead(worker, host))
                        .forEach(shelves.galleries()::releaseAll));
        return new Leases(shelves, name(host, ProcessHandle.current()));
    }

    /** Names the process for all times, since numbers of processes come again. */
    private static String name(String host, ProcessHandle process) {
        String begin = process.info().startInstant().map(Instant::toString).orElse("");
        return host + SEPARATOR + process.pid() + " " + begin;
    }

    private static boolean isDead(String worker, String host) {
        String number = worker.substring(host.length() + SEPARATOR.length()).split(" ", 2)[0];
        return ProcessHandle.of(Long.parseLong(number))
                .filter(process -> name(host, process).equals(worker))
                .isEmpty();
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** False when another worker has the gallery; called inside a write. */
    boolean take(Gallery gallery) {
        return shelves.galleries().lease(gallery.id(), worker, LEASE);
    }

    /** Called inside a write. */
    void giveBack(Gallery gallery) {
        shelves.galleries().release(gallery.id(), worker);
    }

    private void renew() {
        try {
            shelves.transactions().run(() -> shelves.galleries().renew(worker, LEASE));
        } catch (HeirloomException e) { // there are more renewals than a lease needs
            LOG.log(WARNING, "The leases could not be renewed: {0}", e.getMessage());
        }
    }

    @Override
    public void close() {
        renewals.cancel(false);
        clock.close();
        shelves.transactions().run(() -> shelves.galleries().releaseAll(worker));
    }
}
