package app.heirloom.inference.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.heirloom.inference.Pictures;
import app.heirloom.inference.runtime.Tensor;
import app.heirloom.inference.text.Characters.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CharactersTest {
    @TempDir
    Path directory;

    @Test
    void whatGoesOnCountsOnceAndWhatIsInterruptedTwice() throws IOException {
        assertThat(read("o_oo__k").text()).isEqualTo("ook");
        assertThat(read("ook").text()).isEqualTo("ok");
        assertThat(read("_o _k__").text()).as("spaces within").isEqualTo("o k");
        assertThat(read(" ok ").text()).as("none around").isEqualTo("ok");
        assertThat(read("____").text()).isEmpty();
        assertThat(read("____").score()).isZero();
    }

    @Test
    void theScoreIsTheMeanOverTheCharacters() throws IOException {
        float[] numbers = {0.1f, 0.9f, 0, 0, 1, 0, 0, 0, 0.2f, 0.1f, 0.7f, 0};
        Reading reading =
                characters().decode(new Tensor(List.of(1, 3, 4), numbers)).getFirst();
        assertThat(reading.text()).isEqualTo("ok");
        assertThat(reading.score()).isCloseTo(0.8f, within(1e-6f));
    }

    @Test
    void knowsTheCharactersOfPaddle() {
        Characters characters = Characters.read(Pictures.testdata("models/ppocr_keys_v1.txt"));
        float[] numbers = new float[6625 * 2];
        numbers[1] = 1;
        numbers[6625 + 6624] = 1;
        assertThat(characters.decode(new Tensor(List.of(1, 2, 6625), numbers)))
                .extracting(Reading::text)
                .containsExactly("'");
    }

    /** Steps as letters: o, k, space, and _ for nothing. */
    private Reading read(String steps) throws IOException {
        float[] numbers = new float[4 * steps.length()];
        for (int step = 0; step < steps.length(); step++) {
            numbers[4 * step + "_ok ".indexOf(steps.charAt(step))] = 1;
        }
        return characters()
                .decode(new Tensor(List.of(1, steps.length(), 4), numbers))
                .getFirst();
    }

    private Characters characters() throws IOException {
        Path file = directory.resolve("characters.txt");
        Files.writeString(file, "o\nk\n");
        return Characters.read(file);
    }
}
