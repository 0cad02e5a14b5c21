package app.heirloom.storage.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside the implementation of Apache Commons Codec. */
class Blake3Test {
    private static final int GROUP = Blake3Lanes.COUNT * Blake3.CHUNK;

    private static byte[] expected(byte[] bytes) {
        return org.apache.commons.codec.digest.Blake3.initHash().update(bytes).doFinalize(32);
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    private static byte[] digest(byte[] bytes, int portion) {
        var blake3 = new Blake3();
        for (int at = 0; at < bytes.length; at += portion) {
            blake3.update(bytes, at, Math.min(portion, bytes.length - at));
        }
        return blake3.digest();
    }

    @Test
    void namesTheEmptyInputAsThePaperDoes() {
        assertThat(HexFormat.of().formatHex(new Blake3().digest()))
                .isEqualTo("af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                1,
                63,
                64,
                65,
                127,
                1023,
                1024,
                1025,
                2048,
                2049,
                3072,
                3073,
                4096,
                5121,
                7169,
                31_744,
                65_535,
                GROUP,
                GROUP + 1,
                2 * GROUP,
                2 * GROUP + 1,
                3 * GROUP,
                3 * GROUP + 1025,
                7 * GROUP + 5000,
                1_000_000
            })
    void isTheSameForEveryShapeOfTheTree(int length) {
        byte[] bytes = noise(length);
        assertThat(digest(bytes, length)).isEqualTo(expected(bytes));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 1000, 1024, 65_536, 100_000})
    void isTheSameInWhateverPortionsTheBytesArrive(int portion) {
        byte[] bytes = noise(300_000);
        assertThat(digest(bytes, portion)).isEqualTo(expected(bytes));
    }
}
