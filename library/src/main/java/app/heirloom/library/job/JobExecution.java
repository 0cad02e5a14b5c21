package app.heirloom.library.job;

import static java.lang.System.Logger.Level.WARNING;

import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.transaction.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Runs one claimed job and writes how it ended: done with its successors added, to be retried, or given up. */
final class JobExecution {
    private static final System.Logger LOG = System.getLogger(JobExecution.class.getName());
    private static final int MAX_ATTEMPTS = 4;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
    private static final Duration DELAY_WHILE_DISK_IS_FULL = Duration.ofMinutes(2);

    private final JobRepository jobs;
    private final Transactions transactions;
    private final JobQueues queues;
    private final JobTable table;
    private final InstantSource clock;
    /** Ordinary jobs share it; a suspect has it for itself. */
    private final ReadWriteLock isolation = new ReentrantReadWriteLock(true);

    JobExecution(JobRepository jobs, Transactions transactions, JobQueues queues, JobTable table, InstantSource clock) {
        this.jobs = jobs;
        this.transactions = transactions;
        this.queues = queues;
        this.table = table;
        this.clock = clock;
    }

    void execute(Job job) {
        Lock lock = job.isSuspect() ? isolation.writeLock() : isolation.readLock();
        lock.lock();
        try {
            Runnable writes = table.handlerOf(job.type()).handle(job);
            transactions.run(() -> {
                writes.run();
                table.successorsOf(job.type()).forEach(next -> queues.add(next, job.subject()));
                jobs.complete(job.id());
            });
        } catch (HeirloomException e) {
            end(job, e);
        } catch (Exception e) {
            LOG.log(WARNING, describe(job) + " failed", e);
            retryOrFail(job, e.toString());
        } finally {
            lock.unlock();
        }
    }

    private void end(Job job, HeirloomException failure) {
        switch (failure.code()) {
            case NO_ACCESS -> note(job, () -> jobs.complete(job.id())); // the subject is gone
            case UNREADABLE_MEDIA, UNSUPPORTED_MEDIA, NOT_FOUND, INVALID -> fail(job, failure.getMessage());
            case STORAGE_FULL -> retry(job, DELAY_WHILE_DISK_IS_FULL, failure.getMessage());
            case UNAUTHENTICATED,
                    FORBIDDEN,
                    TOO_MANY_ATTEMPTS,
                    QUOTA_EXCEEDED,
                    DATA_DIRECTORY,
                    DATABASE,
                    ADDRESS_IN_USE,
                    MISSING_PROGRAM,
                    REMOTE_UNREACHABLE,
                    REMOTE_FAILURE -> retryOrFail(job, failure.getMessage());
        }
    }

    private void retryOrFail(Job job, String reason) {
        if (job.attempts() >= MAX_ATTEMPTS) {
            fail(job, reason);
        } else {
            retry(job, FIRST_DELAY.multipliedBy(1L << (2 * job.attempts() - 2)), reason);
        }
    }

    private void retry(Job job, Duration delay, String reason) {
        LOG.log(WARNING, "{0} is tried again in {1} s: {2}", describe(job), delay.toSeconds(), reason);
        note(job, () -> jobs.retry(job.id(), clock.instant().plus(delay), reason));
    }

    private void fail(Job job, String reason) {
        LOG.log(WARNING, "{0} was given up: {1}", describe(job), reason);
        note(job, () -> jobs.fail(job.id(), reason));
    }

    /** A database that takes nothing, as on a full disk, leaves the job claimed: the next start finds it so. */
    private void note(Job job, Runnable ending) {
        try {
            transactions.run(ending);
        } catch (HeirloomException e) {
            LOG.log(WARNING, "{0} is taken up again at the next start: {1}", describe(job), e.getMessage());
        }
    }

    private static String describe(Job job) {
        return job.type() + " of " + job.subject();
    }
}
