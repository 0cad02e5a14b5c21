package app.heirloom.tools.identities.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.library.identity.picture.PictureOrigin;
import app.heirloom.library.identity.picture.SeenPicture;
import app.heirloom.testkit.identity.FakeFaceCache;
import app.heirloom.tools.Progress;
import app.heirloom.tools.identities.embedding.PictureQueue.Portion;
import app.heirloom.tools.identities.store.StagingEntry;
import app.heirloom.tools.identities.store.StagingOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingQueueTest {
    private static final Duration LEASE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private final FaceCache cache = new FakeFaceCache(StagedStore.MODEL);
    private final List<String> complaints = new ArrayList<>();
    private Instant now = Instant.parse("2024-05-01T10:00:00Z");
    private StagedStore store;

    @BeforeEach
    void open() {
        store = StagedStore.create(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private EmbeddingQueue queue() {
        return new EmbeddingQueue(
                store.pictures(), cache, new EmbeddingQueue.Settings(LEASE, () -> now), Progress.NONE, complaints::add);
    }

    private static Findings look(List<PictureTask> tasks) {
        return new Findings(
                tasks.stream()
                        .map(task -> StagedStore.sight().look(task.sha256(), Path.of(task.path())))
                        .toList(),
                List.of());
    }

    private List<SeenPicture> cached() {
        List<SeenPicture> pictures = new ArrayList<>();
        cache.forEach(pictures::add);
        return pictures;
    }

    @Test
    void aWorkerEmptiesTheQueue() throws InterruptedException {
        IntStream.range(0, 120).forEach(i -> store.stage("picture " + i));
        try (EmbeddingQueue queue = queue()) {
            new EmbeddingWorker(queue, StagedStore.sight(), "here", LEASE).run(3);
            assertThat(queue.summary()).isEqualTo(new EmbeddingSummary(120, 120, 120, Map.of(), Map.of("here", 120)));
        }
        assertThat(cached()).hasSize(120).allSatisfy(picture -> {
            assertThat(picture.shape().takenOn()).hasToString("Optional[2024-05-01]");
            assertThat(picture.origins()).hasSize(1);
        });
        try (EmbeddingQueue again = queue()) {
            assertThat(again.isFinished()).isTrue();
        }
    }

    @Test
    void whatIsFoundIsKeptEveryFiftyPictures() {
        IntStream.range(0, 60).forEach(i -> store.stage("picture " + i));
        EmbeddingQueue queue = queue();
        queue.give("a", look(queue.take("a", 49).tasks()));
        assertThat(cache.countPictures()).isZero();
        queue.take("b", 1);
        queue.give("a", look(queue.take("a", 1).tasks()));
        assertThat(cache.countPictures()).isEqualTo(50);
        queue.give("a", look(queue.take("a", 9).tasks()));
        assertThat(cache.countPictures()).isEqualTo(50);
        queue.close();
        assertThat(cache.countPictures()).isEqualTo(59);
    }

    @Test
    void whatADeadWorkerHadIsGivenToOthers() {
        store.stage("picture");
        EmbeddingQueue queue = queue();
        List<PictureTask> taken = queue.take("dead", 4).tasks();
        assertThat(queue.take("alive", 4)).isEqualTo(new Portion(List.of(), false));
        now = now.plus(LEASE).plusSeconds(1);
        assertThat(queue.take("alive", 4).tasks()).isEqualTo(taken);
    }

    @Test
    void aLivingWorkerKeepsWhatItHas() {
        store.stage("picture");
        EmbeddingQueue queue = queue();
        queue.take("slow", 4);
        now = now.plus(LEASE).minusSeconds(1);
        queue.renew("slow");
        now = now.plus(LEASE).minusSeconds(1);
        assertThat(queue.take("other", 4).tasks()).isEmpty();
    }

    @Test
    void whatTwoWorkersHandInCountsOnce() {
        store.stage("picture");
        EmbeddingQueue queue = queue();
        Findings findings = look(queue.take("late", 4).tasks());
        now = now.plus(LEASE).plusSeconds(1);
        queue.give("other", look(queue.take("other", 4).tasks()));
        queue.give("late", findings);
        assertThat(queue.summary().workers()).isEqualTo(Map.of("other", 1));
        assertThat(cached()).hasSize(1);
        assertThat(queue.isFinished()).isTrue();
    }

    @Test
    void whatCannotBeDecodedIsCountedWithItsReason() throws InterruptedException {
        store.stage(StagedStore.UNREADABLE + " 1");
        store.stage(StagedStore.UNREADABLE + " 2");
        store.stage("fine");
        try (EmbeddingQueue queue = queue()) {
            new EmbeddingWorker(queue, StagedStore.sight(), "here", LEASE).run(1);
            assertThat(queue.summary().failures()).isEqualTo(Map.of("The file is damaged", 2));
            assertThat(queue.summary().remaining()).isZero();
        }
        assertThat(complaints).hasSize(2);
        assertThat(queue().summary().pictures())
                .as("those that the next run tries")
                .isEqualTo(2);
    }

    @Test
    void aPictureThatIsNotWhatWasStagedIsStagedAgain() throws Exception {
        String sha256 = store.stage("picture");
        Files.writeString(store.file(sha256), "other bytes");
        String gone = store.stage("gone");
        Files.delete(store.file(gone));
        try (EmbeddingQueue queue = queue()) {
            new EmbeddingWorker(queue, StagedStore.sight(), "here", LEASE).run(1);
            assertThat(queue.summary().failed()).isEqualTo(2);
        }
        assertThat(store.ledger().has(sha256)).isFalse();
        assertThat(cached()).isEmpty();
    }

    @Test
    void anotherModelsWorkerIsSentAway() {
        EmbeddingQueue queue = new EmbeddingQueue(
                store.pictures(),
                new FakeFaceCache(new ModelId("other")),
                new EmbeddingQueue.Settings(LEASE, () -> now),
                Progress.NONE,
                complaints::add);
        assertThatThrownBy(() -> new EmbeddingWorker(queue, StagedStore.sight(), "here", LEASE))
                .hasMessageContaining("Embeddings of other are wanted")
                .hasMessageContaining("--face-pack other");
    }

    @Test
    void assetsThatCameLaterToAKnownPictureAreItsOriginsToo() throws IOException {
        String sha256 = store.stage("picture");
        EmbeddingQueue queue = queue();
        queue.give("a", look(queue.take("a", 1).tasks()));
        AssetId copy = AssetId.random();
        store.ledger().append(StagingEntry.of(copy, StagingOutcome.DUPLICATE, sha256));
        queue().addOrigins();
        assertThat(cached())
                .singleElement()
                .satisfies(picture -> assertThat(picture.origins())
                        .hasSize(2)
                        .contains(new PictureOrigin("http://nas", "1", copy.toString())));
        assertThat(cache.countFaces()).isEqualTo(1);
    }
}
