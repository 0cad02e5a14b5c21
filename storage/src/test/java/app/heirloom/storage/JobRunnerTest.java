package app.heirloom.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.event.Events;
import app.heirloom.library.job.FailedJob;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobCounts;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobRunner;
import app.heirloom.library.job.JobTable;
import app.heirloom.library.job.JobType;
import app.heirloom.library.job.Queue;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner over a real queue. */
class JobRunnerTest {
    private static final JobType FIRST = JobType.METADATA_EXTRACTION;
    private static final JobType SECOND = JobType.PREVIEW_GENERATION;
    private static final UUID SUBJECT = new UUID(0, 1);

    private final SqlStorage storage;
    private final Events events = new Events();
    private final JobQueues queues;
    private final BlockingQueue<Job> handled = new LinkedBlockingQueue<>();

    JobRunnerTest(@TempDir Path folder) {
        storage = SqlStorage.open(DatabaseConfig.sqlite(folder.resolve("x.db")), InstantSource.system());
        queues = new JobQueues(storage.jobs(), storage.transactions(), events);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void aFinishedStageAddsItsSuccessorInTheSameTransaction() throws Exception {
        try (JobRunner runner = runner(job -> record(job), job -> record(job))) {
            runner.start();
            add(FIRST, SUBJECT);
            assertThat(next().type()).isEqualTo(FIRST);
            assertThat(next().type()).isEqualTo(SECOND);
        }
        assertThat(unfinished()).isZero();
    }

    @Test
    void whatWaitedWhileTheServerWasDownIsDone() throws Exception {
        add(FIRST, SUBJECT);
        try (JobRunner runner = runner(job -> record(job), job -> JobHandler.NOTHING)) {
            runner.start();
            assertThat(next().subject()).isEqualTo(SUBJECT);
        }
    }

    @Test
    void runsAsManyAtOnceAsTheQueueMay() throws Exception {
        CountDownLatch together = new CountDownLatch(3);
        AtomicInteger most = new AtomicInteger();
        AtomicInteger running = new AtomicInteger();
        JobHandler handler = job -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            together.countDown();
            boolean met = together.await(10, TimeUnit.SECONDS);
            running.decrementAndGet();
            return met ? record(job) : JobHandler.NOTHING;
        };
        try (JobRunner runner = runner(handler, job -> JobHandler.NOTHING)) {
            runner.start();
            for (int i = 0; i < 9; i++) {
                add(FIRST, new UUID(0, i));
            }
            for (int i = 0; i < 9; i++) {
                next();
            }
        }
        assertThat(most.get()).isEqualTo(3);
    }

    @Test
    void damagedMediaIsGivenUpAtOnceWithItsReason() throws Exception {
        JobHandler damaged = job -> {
            record(job);
            throw ErrorCode.UNREADABLE_MEDIA.exception("This is a text file");
        };
        try (JobRunner runner = runner(damaged, job -> JobHandler.NOTHING)) {
            runner.start();
            add(FIRST, SUBJECT);
            next();
        }
        assertThat(failed()).singleElement().extracting(FailedJob::reason).isEqualTo("This is a text file");
    }

    @Test
    void anUnexpectedFailureIsRetriedLater() throws Exception {
        JobHandler failing = job -> {
            record(job);
            throw new IllegalStateException("odd");
        };
        try (JobRunner runner = runner(failing, job -> JobHandler.NOTHING)) {
            runner.start();
            add(FIRST, SUBJECT);
            next();
        }
        assertThat(failed()).isEmpty();
        assertThat(counts(Queue.METADATA_EXTRACTION).delayed()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatTakesNothingLeavesTheJobToTheNextStart() throws Exception {
        var full = new AtomicBoolean();
        JobHandler filling = job -> {
            record(job);
            full.set(true);
            throw ErrorCode.STORAGE_FULL.exception("The disk is full");
        };
        add(FIRST, SUBJECT);
        try (JobRunner runner = runner(filling, job -> JobHandler.NOTHING, refusing(full))) {
            runner.start();
            next();
        }
        assertThat(counts(Queue.METADATA_EXTRACTION).active()).isEqualTo(1);
        try (JobRunner runner = runner(job -> record(job), job -> JobHandler.NOTHING)) {
            runner.start();
            assertThat(next().subject()).isEqualTo(SUBJECT);
        }
    }

    /** Transactions that write nothing once the disk is full. */
    private Transactions refusing(AtomicBoolean full) {
        Transactions real = storage.transactions();
        return new Transactions() {
            @Override
            public <T> T read(Supplier<T> work) {
                return real.read(work);
            }

            @Override
            public <T> T write(Supplier<T> work) {
                if (full.get()) {
                    throw ErrorCode.STORAGE_FULL.exception("The disk is full");
                }
                return real.write(work);
            }

            @Override
            public void afterCommit(Runnable action) {
                real.afterCommit(action);
            }
        };
    }

    @Test
    void aSuspectRunsAloneAndAfterAllOthers() throws Exception {
        add(FIRST, SUBJECT);
        claimAndCrash();
        for (int i = 2; i < 6; i++) {
            add(FIRST, new UUID(0, i));
        }
        AtomicInteger running = new AtomicInteger();
        AtomicInteger besideSuspect = new AtomicInteger();
        JobHandler handler = job -> {
            int now = running.incrementAndGet();
            if (job.isSuspect()) {
                besideSuspect.set(now - 1);
            }
            running.decrementAndGet();
            return record(job);
        };
        try (JobRunner runner = runner(handler, job -> JobHandler.NOTHING)) {
            runner.start();
            List<Job> order = List.of(next(), next(), next(), next(), next());
            assertThat(order.getLast().subject()).isEqualTo(SUBJECT);
        }
        assertThat(besideSuspect.get()).isZero();
        assertThat(counts(Queue.METADATA_EXTRACTION).unfinished()).isZero();
    }

    @Test
    void aJobThatCrashedTheProcessTwiceWhileItRanAloneIsQuarantined() throws Exception {
        add(FIRST, SUBJECT);
        claimAndCrash();
        for (int alone = 0; alone < 2; alone++) {
            storage.transactions().run(() -> storage.jobs().recover(3));
            claimAndCrash();
        }
        add(FIRST, new UUID(0, 2));
        try (JobRunner runner = runner(job -> record(job), job -> JobHandler.NOTHING)) {
            runner.start();
            assertThat(next().subject()).isEqualTo(new UUID(0, 2));
        }
        assertThat(failed()).singleElement().satisfies(job -> {
            assertThat(job.subject()).isEqualTo(SUBJECT);
            assertThat(job.reason()).contains("not tried again");
        });
    }

    @Test
    void aPausedQueueWaitsUntilItIsResumed() throws Exception {
        queues.pause(Queue.METADATA_EXTRACTION);
        try (JobRunner runner = runner(job -> record(job), job -> record(job))) {
            runner.start();
            add(FIRST, SUBJECT);
            add(SECOND, SUBJECT);
            assertThat(next().type()).isEqualTo(SECOND);
            assertThat(counts(Queue.METADATA_EXTRACTION).waiting()).isEqualTo(1);
            queues.resume(Queue.METADATA_EXTRACTION);
            assertThat(next().type()).isEqualTo(FIRST);
        }
    }

    private JobRunner runner(JobHandler first, JobHandler second) {
        return runner(first, second, storage.transactions());
    }

    private JobRunner runner(JobHandler first, JobHandler second, Transactions transactions) {
        JobTable table = new JobTable(
                Map.of(FIRST, first, SECOND, second),
                Map.of(FIRST, List.of(SECOND)),
                Map.of(Queue.METADATA_EXTRACTION, 3));
        return new JobRunner(storage.jobs(), transactions, events, table, InstantSource.system());
    }

    private Runnable record(Job job) {
        handled.add(job);
        return JobHandler.NOTHING;
    }

    private Job next() throws InterruptedException {
        Job job = handled.poll(20, TimeUnit.SECONDS);
        assertThat(job).as("a job within 20 seconds").isNotNull();
        return job;
    }

    private void add(JobType type, UUID subject) {
        storage.transactions().run(() -> queues.add(type, subject));
    }

    /** Claims a job as a process does that dies before it is done. */
    private void claimAndCrash() {
        storage.transactions().run(() -> storage.jobs().claim(Queue.METADATA_EXTRACTION, 1, Duration.ofHours(1)));
    }

    private List<FailedJob> failed() {
        return storage.transactions().read(() -> storage.jobs().listFailed(Queue.METADATA_EXTRACTION, 10));
    }

    private JobCounts counts(Queue queue) {
        return storage.transactions().read(() -> storage.jobs().counts()).getOrDefault(queue, JobCounts.NONE);
    }

    private long unfinished() {
        return storage.transactions().read(() -> storage.jobs().counts()).values().stream()
                .mapToLong(JobCounts::unfinished)
                .sum();
    }
}
