package app.heirloom.storage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.event.ChangeId;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobType;
import app.heirloom.library.job.Queue;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlTransactionsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aWorkThatFailsLeavesTheOthersOfItsGroupAlone(TestDatabase kind) throws Exception {
        try (SqlStorage storage = kind.open(folder);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var failures = new ConcurrentLinkedQueue<Throwable>();
            var done = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(() -> {
                        try {
                            storage.transactions().run(() -> {
                                storage.jobs().add(JobType.METADATA_EXTRACTION, new UUID(0, i));
                                if (i % 10 == 0) {
                                    throw new IllegalStateException("number " + i);
                                }
                            });
                        } catch (IllegalStateException e) {
                            failures.add(e);
                        }
                    }))
                    .toList();
            for (var each : done) {
                each.get();
            }
            assertThat(failures).hasSize(20);
            assertThat(waiting(storage)).isEqualTo(180);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatFollowsACommitHappensOnlyWhenItHappened(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            List<String> news = new ArrayList<>();
            storage.transactions().run(() -> storage.transactions().afterCommit(() -> news.add("committed")));
            assertThatThrownBy(() -> storage.transactions().run(() -> {
                        storage.transactions().afterCommit(() -> news.add("rolled back"));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThat(news).containsExactly("committed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailedStatementDoesNotPoisonTheGroup(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            assertThatThrownBy(() -> storage.transactions().run(() -> {
                        storage.jobs().add(JobType.METADATA_EXTRACTION, new UUID(0, 1));
                        storage.sessions().add(Samples.sessionOfNobody(), Samples.token());
                    }))
                    .hasMessageContaining("The database failed");
            storage.transactions().run(() -> storage.jobs().add(JobType.METADATA_EXTRACTION, new UUID(0, 2)));
            assertThat(waiting(storage)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReadSeesOneSnapshotAndCannotWrite(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            storage.transactions().read(() -> {
                long before = waiting(storage);
                var other = Thread.ofPlatform()
                        .start(() -> storage.transactions()
                                .run(() -> storage.jobs().add(JobType.METADATA_EXTRACTION, new UUID(0, 1))));
                join(other);
                assertThat(waiting(storage)).isEqualTo(before);
                assertThatThrownBy(() -> storage.transactions().run(() -> {})).hasMessage("a write inside a read");
                return true;
            });
            assertThat(waiting(storage)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void changeIdsGoOnWhereADatabaseStopped(TestDatabase kind) {
        DatabaseConfig config = kind.config(folder);
        ChangeId first;
        try (SqlStorage storage = SqlStorage.open(config, () -> Samples.NOW.plusSeconds(3600))) {
            Samples.addUser(storage);
            first = storage.transactions().read(() -> storage.instance().newestChange());
        }
        try (SqlStorage storage = SqlStorage.open(config, () -> Samples.NOW)) { // a clock that went back
            Samples.addUser(storage);
            ChangeId second =
                    storage.transactions().read(() -> storage.instance().newestChange());
            assertThat(second).isGreaterThan(first);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClaimCountsTheAttemptBeforeTheWorkStarts(TestDatabase kind) {
        DatabaseConfig config = kind.config(folder);
        try (SqlStorage storage = SqlStorage.open(config, () -> Samples.NOW)) {
            storage.transactions().run(() -> storage.jobs().add(JobType.METADATA_EXTRACTION, new UUID(0, 1)));
            assertThat(claim(storage)).singleElement().extracting(Job::attempts).isEqualTo(1);
        }
        try (SqlStorage storage = SqlStorage.open(config, () -> Samples.NOW)) {
            assertThat(claim(storage)).isEmpty();
            storage.transactions().run(() -> storage.jobs().recover(2));
            Job again = claim(storage).getFirst();
            assertThat(again.attempts()).isEqualTo(2);
            assertThat(again.isSuspect()).isTrue();
            storage.transactions().run(() -> storage.jobs().recover(2));
            assertThat(claim(storage)).isEmpty();
            assertThat(storage.transactions().read(() -> storage.jobs().listFailed(Queue.METADATA_EXTRACTION, 10)))
                    .singleElement()
                    .satisfies(failed -> assertThat(failed.reason()).contains("died 2 times"));
        }
    }

    private static List<Job> claim(SqlStorage storage) {
        return storage.transactions()
                .write(() -> storage.jobs().claim(Queue.METADATA_EXTRACTION, 10, Duration.ofHours(1)));
    }

    private static long waiting(SqlStorage storage) {
        return storage.transactions().read(() -> storage.jobs().counts()).values().stream()
                .mapToLong(counts -> counts.unfinished())
                .sum();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
