package app.heirloom.storage.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.library.identity.picture.SeenPicture;
import app.heirloom.testkit.identity.FakeFaceCache;
import app.heirloom.testkit.identity.SeenPictures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaceCacheTest {
    private static final ModelId MODEL = new ModelId("model");
    private static final Embedding FACE = Embedding.of(new float[] {1, 2});

    private final FaceCache cache = new FakeFaceCache(MODEL);

    @Test
    void extendingAddsWhatIsNewAndUnitesTheRest() {
        SeenPicture picture = SeenPictures.picture("a", FACE);
        cache.add(List.of(picture));
        FaceCache other = new FakeFaceCache(MODEL);
        other.add(List.of(picture.alsoAt(List.of("/elsewhere/a.jpg"), List.of()), SeenPictures.picture("b")));

        cache.extend(other);

        assertThat(listed())
                .containsExactly(picture.alsoAt(List.of("/elsewhere/a.jpg"), List.of()), SeenPictures.picture("b"));
        assertThat(cache.countFaces()).isEqualTo(1);
    }

    @Test
    void extendingGoesOnAfterAPortion() {
        FaceCache other = new FakeFaceCache(MODEL);
        int count = 2 * FaceCache.PORTION + 1;
        other.add(IntStream.range(0, count)
                .mapToObj(i -> SeenPictures.picture("p" + i))
                .toList());
        cache.extend(other);
        assertThat(cache.countPictures()).isEqualTo(count);
    }

    @Test
    void embeddingsOfTwoModelsAreNotMixed() {
        FaceCache other = new FakeFaceCache(new ModelId("other"));
        assertThatThrownBy(() -> cache.extend(other)).hasMessageContaining("do not compare");
    }

    private List<SeenPicture> listed() {
        List<SeenPicture> pictures = new ArrayList<>();
        cache.forEach(pictures::add);
        return pictures;
    }
}
