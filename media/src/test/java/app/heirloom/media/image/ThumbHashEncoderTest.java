package app.heirloom.media.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThumbHashEncoderTest {
    /** The hashes are those of the reference implementation, npm's thumbhash 0.1.1. */
    @ParameterizedTest
    @CsvSource({
        "40, 30, false, 2fcJHZZgdndwh4h2iGiIh/OzD/eH",
        "50, 50, true, HziGHQwYkHaYiJCnh7CaAKnoUGhQaqWGZg==",
        "100, 20, false, mXcKEY5TcGlxd2iHt7Yv9nc=",
        "7, 93, true, FCeFEQInMJZaqRj/ehd393d3cHeByDc="
    })
    void agreesWithTheReference(int width, int height, boolean transparent, String hash) {
        byte[] rgba = new byte[width * height * 4];
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++, at += 4) {
                rgba[at] = (byte) (x * 5);
                rgba[at + 1] = (byte) (y * 7);
                rgba[at + 2] = (byte) (x * y);
                rgba[at + 3] = (byte) (transparent ? (x + y) * 3 : 255);
            }
        }
        assertThat(ThumbHashEncoder.encode(new RgbaImage(width, height, rgba)).base64())
                .isEqualTo(hash);
    }
}
