package app.heirloom.library.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.embedding.Picture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LikenessSearchTest {
    private final Map<Long, Fingerprint> shelf = new HashMap<>();
    private final LikenessSearch search = new LikenessSearch(number -> Objects.requireNonNull(shelf.get(number)));

    private List<Long> add(long number, Fingerprint fingerprint) {
        shelf.put(number, fingerprint);
        return search.add(number, fingerprint);
    }

    @Test
    void findsAmongThoseBeforeWhatLooksTheSame() {
        assertThat(add(1, Fingerprint.of(DrawnPicture.of(1, 400, 300)))).isEmpty();
        assertThat(add(2, Fingerprint.of(DrawnPicture.of(2, 400, 300)))).isEmpty();
        assertThat(add(5, Fingerprint.of(DrawnPicture.of(1, 800, 600)))).containsExactly(1L);
        assertThat(add(6, Fingerprint.of(DrawnPicture.letterboxed(DrawnPicture.of(1, 400, 300), 50))))
                .containsExactly(1L, 5L);
    }

    @Test
    void whatIsTooPlainLooksLikeNothing() {
        Fingerprint plain = Fingerprint.of(new Picture(100, 100, new byte[30_000]));
        assertThat(plain.isPlain()).isTrue();
        assertThat(add(1, plain)).isEmpty();
        assertThat(add(2, plain)).isEmpty();
    }
}
