package app.heirloom.library.job;

import static java.lang.System.Logger.Level.ERROR;

import app.heirloom.library.error.HeirloomException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps up to {@code concurrency} jobs of one queue going. */
final class Lane {
    private static final System.Logger LOG = System.getLogger(Lane.class.getName());
    /** How often a sleeping lane looks for jobs whose delay is over; new jobs wake it at once. */
    private static final long POLL_SECONDS = 5;

    private final Queue queue;
    private final int concurrency;
    private final BiFunction<Queue, Integer, List<Job>> claim;
    private final Consumer<Job> execute;
    private final Semaphore free;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopped;
    private @Nullable Thread dispatcher;

    Lane(Queue queue, int concurrency, BiFunction<Queue, Integer, List<Job>> claim, Consumer<Job> execute) {
        this.queue = queue;
        this.concurrency = concurrency;
        this.claim = claim;
        this.execute = execute;
        this.free = new Semaphore(concurrency);
    }

    void start() {
        dispatcher = Thread.ofVirtual().name("lane-" + queue).start(this::dispatch);
    }

    void wake() {
        news.release();
    }

    void stop() {
        stopped = true;
        wake();
    }

    /** Waits until the running jobs have finished. */
    void join() {
        try {
            if (dispatcher != null) {
                dispatcher.join();
            }
            free.acquire(concurrency);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void dispatch() {
        try {
            while (!stopped) {
                if (!claimAndRun()) {
                    boolean woken = news.tryAcquire(POLL_SECONDS, TimeUnit.SECONDS);
                    if (woken) {
                        news.drainPermits();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Fills the free slots; false when there was nothing to do. */
    private boolean claimAndRun() throws InterruptedException {
        free.acquire();
        int slots = 1 + free.drainPermits();
        List<Job> claimed = List.of();
        try {
            claimed = claim.apply(queue, slots);
        } catch (HeirloomException e) {
            LOG.log(ERROR, "Cannot claim jobs of the queue {0}; trying again: {1}", queue, e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(ERROR, "Cannot claim jobs of the queue " + queue + "; trying again", e);
        } finally {
            free.release(slots - claimed.size());
        }
        for (Job job : claimed) {
            Thread.ofVirtual().name("job-" + job.id()).start(() -> run(job));
        }
        return !claimed.isEmpty();
    }

    private void run(Job job) {
        try {
            execute.accept(job);
        } finally {
            free.release();
        }
    }
}
