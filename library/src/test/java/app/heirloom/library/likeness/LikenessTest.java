package app.heirloom.library.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.embedding.Picture;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final Fingerprint SCENE = Fingerprint.of(DrawnPicture.of(1, 640, 480));

    @Test
    void aSmallerPictureIsTheSame() {
        assertSame(DrawnPicture.of(1, 160, 120));
    }

    @Test
    void aBrighterPictureIsTheSame() {
        assertSame(DrawnPicture.part(1, 640, 480, Region.WHOLE, 1.08));
    }

    @Test
    void aCropToAnotherAspectIsTheSame() {
        assertSame(DrawnPicture.part(1, 640, 360, new Region(0, 0.125, 1, 0.75), 1));
        assertSame(DrawnPicture.part(1, 480, 480, new Region(0.125, 0, 0.75, 1), 1));
    }

    @Test
    void bordersDoNotMatter() {
        assertSame(DrawnPicture.letterboxed(DrawnPicture.of(1, 640, 480), 300));
    }

    @Test
    void anotherSceneIsNotTheSame() {
        for (int seed = 2; seed < 50; seed++) {
            assertThat(Likeness.of(SCENE, Fingerprint.of(DrawnPicture.of(seed, 640, 480))))
                    .isZero();
        }
    }

    /** As in a burst: all is the same but for something that came in. */
    @Test
    void aSceneInWhichSomethingAppearedIsNotTheSame() {
        Picture picture = DrawnPicture.of(1, 640, 480);
        byte[] rgb = picture.rgb().clone();
        for (int y = 200; y < 260; y++) {
            for (int x = 300; x < 360; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    int at = (y * 640 + x) * 3 + channel;
                    rgb[at] = (byte) ((rgb[at] & 0xFF) > 128 ? 20 : 235);
                }
            }
        }
        assertThat(Likeness.of(SCENE, Fingerprint.of(new Picture(640, 480, rgb))))
                .isZero();
    }

    /** Two sheets of paper look alike, but only the very same scan of one is a duplicate. */
    @Test
    void plainPicturesAreTheSameOnlyByTheirPixels() {
        Fingerprint paper = Fingerprint.of(plain(250));
        assertThat(paper.isPlain()).isTrue();
        assertThat(Likeness.of(paper, Fingerprint.of(plain(249)))).isZero();
        assertThat(Likeness.of(paper, Fingerprint.of(plain(250)))).isEqualTo(1);
    }

    @Test
    void theIndexFindsEachVersionByAnyOther() {
        List<Fingerprint> versions = List.of(
                SCENE,
                Fingerprint.of(DrawnPicture.of(1, 160, 120)),
                Fingerprint.of(DrawnPicture.part(1, 640, 360, new Region(0, 0.125, 1, 0.75), 1)),
                Fingerprint.of(DrawnPicture.letterboxed(DrawnPicture.of(1, 640, 480), 300)));
        var index = new PerceptualIndex();
        for (int i = 0; i < 2_000; i++) {
            Fingerprint other = i < versions.size() ? versions.get(i) : Fingerprint.of(DrawnPicture.of(i, 40, 30));
            index.add(List.of(new PerceptualIndex.Entry(i + 1, other.whole(), other.crops())));
        }
        assertThat(index.highest()).isEqualTo(2_000);
        for (Fingerprint version : versions) {
            assertThat(index.near(version)).contains(1L, 2L, 3L, 4L).hasSizeLessThan(100);
        }
    }

    private static void assertSame(Picture picture) {
        Fingerprint other = Fingerprint.of(picture);
        assertThat(Likeness.of(SCENE, other)).isBetween(0.985, 1.0);
        assertThat(Likeness.of(other, SCENE)).isEqualTo(Likeness.of(SCENE, other));
    }

    private static Picture plain(int light) {
        byte[] rgb = new byte[64 * 48 * 3];
        java.util.Arrays.fill(rgb, (byte) light);
        return new Picture(64, 48, rgb);
    }
}
