package app.heirloom.storage.sql;

import app.heirloom.library.job.FailedJob;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobCounts;
import app.heirloom.library.job.JobId;
import app.heirloom.library.job.JobRepository;
import app.heirloom.library.job.JobState;
import app.heirloom.library.job.JobType;
import app.heirloom.library.job.Queue;
import app.heirloom.library.job.QueuedJob;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

final class SqlJobRepository implements JobRepository {
    private final Database database;
    private final InstantSource clock;

    SqlJobRepository(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void add(JobType type, UUID subject) {
        database.update("delete from job where type = ? and subject = ? and state = 'failed'", type, subject);
        database.update("""
                insert into job (type, subject, queue, state, due_at) values (?, ?, ?, 'waiting', ?)
                on conflict (type, subject) where state = 'waiting' do nothing
                """, type, subject, type.queue(), clock.instant());
    }

    @Override
    public List<Job> claim(Queue queue, int limit, Duration lease) {
        Instant now = clock.instant();
        return database.list(
                """
                update job set state = 'active', attempts = attempts + 1, lease_until = ?
                where id in (
                  select id from job where queue = ? and state = 'waiting' and due_at <= ?
                    and (crashes = 0 or not exists (
                      select 1 from job other
                      where other.crashes = 0 and other.due_at <= ? and other.state in ('waiting', 'active')
                        and other.queue not in (select queue from paused_queue)))
                  order by crashes, id limit ?)
                returning id, type, subject, attempts, crashes
                """,
                row -> new Job(
                        new JobId(row.number()), row.constant(JobType.class), row.uuid(), row.integer(), row.integer()),
                now.plus(lease),
                queue,
                now,
                now,
                limit);
    }

    @Override
    public void complete(JobId id) {
        database.update("delete from job where id = ?", id.value());
    }

    @Override
    public void retry(JobId id, Instant at, String reason) {
        dropIfAddedAgain("id = ?", id.value());
        database.update(
                "update job set state = 'waiting', due_at = ?, lease_until = null, reason = ? where id = ?",
                at,
                reason,
                id.value());
    }

    @Override
    public void fail(JobId id, String reason) {
        database.update("""
                delete from job where state = 'failed' and type = (select type from job where id = ?)
                  and subject = (select subject from job where id = ?)
                """, id.value(), id.value());
        database.update(
                "update job set state = 'failed', lease_until = null, reason = ? where id = ?", reason, id.value());
    }

    @Override
    public void recover(int quarantineAfter) {
        dropIfAddedAgain("state = 'active'");
        database.update("""
                update job set state = 'failed', crashes = crashes + 1, lease_until = null,
                  reason = 'The server died ' || (crashes + 1) || ' times while it worked on this; not tried again.'
                where state = 'active' and crashes + 1 >= ?
                """, quarantineAfter);
        database.update(
                "update job set state = 'waiting', crashes = crashes + 1, lease_until = null where state = 'active'");
    }

    @Override
    public Map<Queue, JobCounts> counts() {
        Map<Queue, JobCounts> counts = new EnumMap<>(Queue.class);
        database.forEach(
                """
                select queue, sum(case when state = 'active' then 1 else 0 end),
                  sum(case when state = 'waiting' and due_at <= ? then 1 else 0 end),
                  sum(case when state = 'waiting' and due_at > ? then 1 else 0 end),
                  sum(case when state = 'failed' then 1 else 0 end)
                from job group by queue
                """,
                row -> counts.put(
                        row.constant(Queue.class),
                        new JobCounts(row.number(), row.number(), row.number(), row.number())),
                clock.instant(),
                clock.instant());
        return counts;
    }

    @Override
    public List<FailedJob> listFailed(Queue queue, int limit) {
        return database.list(
                """
                select id, type, subject, attempts, coalesce(reason, '') from job
                where queue = ? and state = 'failed' order by id limit ?
                """,
                row -> new FailedJob(
                        new JobId(row.number()), row.constant(JobType.class), row.uuid(), row.integer(), row.text()),
                queue,
                limit);
    }

    @Override
    public List<QueuedJob> list(Queue queue, Set<JobState> states, int limit) {
        Instant now = clock.instant();
        return database.list(
                """
                select id, type, subject, state, due_at, reason from job
                where queue = ? and ((state = 'active' and ?) or (state = 'failed' and ?)
                  or (state = 'waiting' and due_at <= ? and ?) or (state = 'waiting' and due_at > ? and ?))
                order by id limit ?
                """,
                row -> job(row, now),
                queue,
                states.contains(JobState.ACTIVE),
                states.contains(JobState.FAILED),
                now,
                states.contains(JobState.WAITING),
                now,
                states.contains(JobState.DELAYED),
                limit);
    }

    private static QueuedJob job(Row row, Instant now) {
        JobId id = new JobId(row.number());
        JobType type = row.constant(JobType.class);
        UUID subject = row.uuid();
        JobState state = JobState.valueOf(row.text().toUpperCase(Locale.ROOT));
        Instant due = row.instant();
        boolean isDelayed = state == JobState.WAITING && due.isAfter(now);
        return new QueuedJob(id, type, subject, isDelayed ? JobState.DELAYED : state, due, row.textOrNull());
    }

    @Override
    public void empty(Queue queue) {
        database.update("delete from job where queue = ? and state = 'waiting'", queue);
    }

    @Override
    public void clearFailed(Queue queue) {
        database.update("delete from job where queue = ? and state = 'failed'", queue);
    }

    @Override
    public void retryFailed(Queue queue) {
        dropIfAddedAgain("queue = ? and state = 'failed'", queue);
        database.update("""
                update job set state = 'waiting', attempts = 0, crashes = 0, due_at = ?, reason = null
                where queue = ? and state = 'failed'
                """, clock.instant(), queue);
    }

    @Override
    public Set<Queue> listPaused() {
        Set<Queue> paused = EnumSet.noneOf(Queue.class);
        database.forEach("select queue from paused_queue", row -> paused.add(row.constant(Queue.class)));
        return paused;
    }

    @Override
    public void pause(Queue queue) {
        database.update("insert into paused_queue values (?) on conflict do nothing", queue);
    }

    @Override
    public void resume(Queue queue) {
        database.update("delete from paused_queue where queue = ?", queue);
    }

    /** A job that is to wait again gives way to an equal one that came meanwhile. */
    private void dropIfAddedAgain(String condition, Object... arguments) {
        database.update("delete from job where " + condition + """
                         and exists (select 1 from job other
                          where other.type = job.type and other.subject = job.subject and other.state = 'waiting')
                        """, arguments);
    }
}
