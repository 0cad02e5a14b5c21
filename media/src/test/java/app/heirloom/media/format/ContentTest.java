package app.heirloom.media.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 8_192, 8_193, 200_000})
    void givesTheBytesOfAnyPlaceInAnyOrder(int size) throws IOException {
        byte[] file = new byte[size];
        var random = new Random(size);
        random.nextBytes(file);
        try (Content content = open(file)) {
            assertThat(content.size()).isEqualTo(size);
            for (int i = 0; i < 2_000; i++) {
                int offset = random.nextInt(size + 10);
                int length = random.nextInt(random.nextBoolean() ? 20 : 40_000);
                int end = Math.min(offset + length, size);
                byte[] there = end <= offset ? new byte[0] : Arrays.copyOfRange(file, offset, end);
                assertThat(content.bytes(offset, length)).isEqualTo(there);
                var piece = content.upTo(offset, length);
                assertThat(piece.position()).isZero();
                assertThat(piece.remaining()).isEqualTo(there.length);
                if (there.length > 0) {
                    assertThat(piece.get(there.length - 1)).isEqualTo(there[there.length - 1]);
                }
            }
        }
    }

    @Test
    void hasNothingBeforeItsBeginningAndBehindItsEnd() throws IOException {
        try (Content content = open(new byte[100])) {
            assertThat(content.bytes(-8, 8)).isEmpty();
            assertThat(content.bytes(Long.MAX_VALUE, 8)).isEmpty();
            assertThat(content.read(92, 8).remaining()).isEqualTo(8);
            assertThatThrownBy(() -> content.read(93, 8)).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> content.read(-1, 8)).isInstanceOf(EOFException.class);
        }
    }

    private Content open(byte[] bytes) throws IOException {
        return Content.open(Files.write(folder.resolve("file"), bytes));
    }
}
