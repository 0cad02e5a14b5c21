package app.heirloom.tools.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.likeness.Fingerprint;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintCacheTest {
    private static final Checksum ONE = Checksum.of(filled(1));
    private static final Checksum OTHER = Checksum.of(filled(2));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("made").resolve("fingerprints");
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[Checksum.LENGTH_IN_BYTES];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private Fingerprint print(int scene) throws IOException {
        Path picture = Files.write(folder.resolve("picture"), DrawnPictures.file(scene, 80, 60, ""));
        return Fingerprint.of(new DrawnPictures().read(picture, 80));
    }

    private static void requireSame(FingerprintCache cache, Checksum content, Fingerprint expected) {
        Fingerprint found = cache.find(content).orElseThrow();
        assertThat(found.pixels()).isEqualTo(expected.pixels());
        assertThat(found.whole()).isEqualTo(expected.whole());
        assertThat(found.crops()).isEqualTo(expected.crops());
        assertThat(found.look().aspect()).isEqualTo(expected.look().aspect());
        assertThat(found.look().cells()).isEqualTo(expected.look().cells());
    }

    @Test
    void givesBackWhatItWasGivenAlsoLater() throws IOException {
        try (var cache = FingerprintCache.open(file)) {
            cache.add(ONE, print(1));
            cache.add(OTHER, print(2));
            requireSame(cache, ONE, print(1));
        }
        try (var cache = FingerprintCache.open(file)) {
            requireSame(cache, ONE, print(1));
            requireSame(cache, OTHER, print(2));
            assertThat(cache.contains(Checksum.of(filled(3)))).isFalse();
            assertThat(cache.find(Checksum.of(filled(3)))).isEmpty();
        }
    }

    /** As after a crash at any moment. */
    @Test
    void aLastEntryThatIsNotWholeIsDropped() throws IOException {
        long whole;
        try (var cache = FingerprintCache.open(file)) {
            cache.add(ONE, print(1));
            whole = Files.size(file);
            cache.add(OTHER, print(2));
        }
        byte[] all = Files.readAllBytes(file);
        for (int length = (int) whole; length < all.length; length += 101) {
            Files.write(file, Arrays.copyOf(all, length));
            try (var cache = FingerprintCache.open(file)) {
                requireSame(cache, ONE, print(1));
                assertThat(cache.contains(OTHER)).isFalse();
                cache.add(OTHER, print(2));
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(all);
        }
    }

    @Test
    void damageIsNotTakenForAFingerprint() throws IOException {
        try (var cache = FingerprintCache.open(file)) {
            cache.add(ONE, print(1));
        }
        byte[] all = Files.readAllBytes(file);
        all[all.length / 2]++;
        Files.write(file, all);
        try (var cache = FingerprintCache.open(file)) {
            assertThat(cache.contains(ONE)).isFalse();
        }
    }

    @Test
    void anotherFileIsLeftAlone() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "holiday photos, a list of my favourites");
        assertThatThrownBy(() -> FingerprintCache.open(file)).hasMessageContaining("is no cache of this version");
        assertThat(file).content().startsWith("holiday");
    }

    @Test
    void oneProgramAtATimeUsesIt() throws IOException {
        try (var cache = FingerprintCache.open(file)) {
            assertThatThrownBy(() -> FingerprintCache.open(file)).hasMessageContaining("in use");
            assertThat(cache.contains(ONE)).isFalse();
        }
        try (FileChannel free = FileChannel.open(file, StandardOpenOption.WRITE)) {
            assertThat(free.tryLock()).isNotNull();
        }
    }
}
