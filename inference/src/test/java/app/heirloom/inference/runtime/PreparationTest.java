package app.heirloom.inference.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.inference.Inputs;
import app.heirloom.inference.runtime.Preparation.ColorOrder;
import app.heirloom.library.embedding.Picture;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparationTest {
    private static final Preparation PREPARATION =
            new Preparation(ColorOrder.BGR, List.of(1f, 2f, 4f), List.of(1f, 2f, 4f));
    private static final Picture PIXEL = new Picture(1, 1, new byte[] {40, 20, 10});

    @Test
    void aroundThePictureThereIsBlackWhateverTheRoomHeld() {
        assertThat(Inputs.of(planes -> PREPARATION.write(PIXEL, planes, 2, 2), 1, 3, 2, 2)
                        .array())
                .containsExactly(9, -1, -1, -1, 9, -1, -1, -1, 9, -1, -1, -1);
    }

    @Test
    void besideOneOfSeveralPicturesThereIsNothing() {
        assertThat(Inputs.of(
                                planes -> {
                                    PREPARATION.write(PIXEL, planes, 0, 2, 1);
                                    PREPARATION.write(PIXEL, planes, 1, 2, 1);
                                },
                                2,
                                3,
                                1,
                                2)
                        .array())
                .containsExactly(9, 0, 9, 0, 9, 0, 9, 0, 9, 0, 9, 0);
    }

    @Test
    void whatDoesNotFitIsLeftOut() {
        Picture wide = new Picture(2, 1, new byte[] {4, 2, 1, 8, 4, 2});
        assertThat(Inputs.of(planes -> PREPARATION.write(wide, planes, 1, 1), 1, 3, 1, 1)
                        .array())
                .containsExactly(0, 0, 0);
    }
}
