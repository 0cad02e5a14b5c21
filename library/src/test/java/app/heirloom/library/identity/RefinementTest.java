package app.heirloom.library.identity;

import static app.heirloom.library.identity.Faces.at;
import static app.heirloom.library.identity.Faces.face;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.heirloom.library.identity.picture.PicturedFace;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefinementTest {
    @Test
    void keepsFacesThatAreAlike() {
        Refinement refined = Refinement.of(List.of(face("b", 10), face("a", -10)), 0.45);
        assertThat(pictures(refined)).containsExactly("a", "b");
        assertThat(refined.mean().similarity(at(0))).isCloseTo(1, within(1e-6));
    }

    @Test
    void leavesOutWhatIsFarFromTheRest() {
        Refinement refined = Refinement.of(List.of(face("a", 0), face("b", 5), face("c", 10), face("d", 120)), 0.45);
        assertThat(pictures(refined)).containsExactly("a", "b", "c");
        assertThat(refined.mean().similarity(at(5))).isCloseTo(1, within(1e-6));
    }

    @Test
    void looksAgainOnceTheMeanHasMoved() {
        // the last but one is near to the mean of all, and far from the mean without the last
        List<PicturedFace> faces =
                List.of(face("a", 0), face("b", 0), face("c", 0), face("d", 0), face("e", 75), face("f", 110));
        assertThat(pictures(Refinement.of(faces, 0.45))).containsExactly("a", "b", "c", "d");
    }

    private static List<String> pictures(Refinement refined) {
        return refined.faces().stream().map(face -> face.picture().sha256()).toList();
    }
}
