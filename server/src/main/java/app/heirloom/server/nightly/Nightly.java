package app.heirloom.server.nightly;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.document.ServerDocumentRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Runs each task once a day, at night. When it ran last is noted in the database, so that a server that sleeps at night
 * catches up in the morning, and a restart repeats nothing.
 */
public final class Nightly implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Nightly.class.getName());
    private static final LocalTime HOUR = LocalTime.of(3, 0);
    /** How often to look whether it is time; clocks are set, and laptops sleep. */
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    /** How long a task may take to notice that the server stops. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final List<NightlyTask> tasks;
    private final ServerDocumentRepository documents;
    private final Transactions transactions;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Thread thread = Thread.ofVirtual().name("nightly").unstarted(this::run);

    public Nightly(
            List<NightlyTask> tasks,
            ServerDocumentRepository documents,
            Transactions transactions,
            InstantSource clock,
            ZoneId zone) {
        this.tasks = List.copyOf(tasks);
        this.documents = documents;
        this.transactions = transactions;
        this.clock = clock;
        this.zone = zone;
    }

    public Nightly start() {
        thread.start();
        return this;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // what runs on fails when the database closes, and is repeated
        }
    }

    /** Runs the tasks that have not run since the last night began; one that is new here waits for the next night. */
    void runDue() {
        Instant night = lastNight();
        for (NightlyTask task : tasks) {
            Instant lastRun = lastRun(task);
            if (lastRun.isBefore(night) && !Thread.currentThread().isInterrupted()) {
                run(task);
            }
        }
    }

    private void run() {
        try {
            while (true) {
                runDueIfPossible();
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server stops
        }
    }

    private void runDueIfPossible() {
        try {
            runDue();
        } catch (RuntimeException e) {
            LOG.log(WARNING, "Nightly: the database does not answer", e);
        }
    }

    /** A task that fails has had its turn, and gets another the next night; one that was cut off has not. */
    private void run(NightlyTask task) {
        Instant begin = clock.instant();
        try {
            task.work().run();
            LOG.log(INFO, "Nightly: {0} took {1}", task.name(), Duration.between(begin, clock.instant()));
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LOG.log(WARNING, "Nightly: " + task.name() + " failed; it is tried again the next night", e);
        }
        note(task, begin);
    }

    private Instant lastNight() {
        ZonedDateTime now = clock.instant().atZone(zone);
        ZonedDateTime today = now.with(HOUR);
        return (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
    }

    private Instant lastRun(NightlyTask task) {
        return transactions
                .read(() -> documents.find(key(task)))
                .map(Instant::parse)
                .orElseGet(() -> note(task, clock.instant()));
    }

    private Instant note(NightlyTask task, Instant run) {
        transactions.run(() -> documents.save(key(task), run.toString()));
        return run;
    }

    private static String key(NightlyTask task) {
        return "nightly." + task.name();
    }
}
