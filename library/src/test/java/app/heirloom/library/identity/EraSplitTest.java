package app.heirloom.library.identity;

import static app.heirloom.library.identity.Faces.face;
import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.identity.picture.FaceKey;
import app.heirloom.library.identity.picture.PicturedFace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EraSplitTest {
    @Test
    void splitsWhereAPersonLooksDifferent() {
        List<Era> eras = EraSplit.DEFAULT.split(List.of(
                face("a", 2000, 0), face("b", 2001, 10), face("c", 2001, 5), face("d", 2004, 80), face("e", 2005, 85)));
        assertThat(eras)
                .containsExactly(
                        new Era(2000, 2001, List.of(new FaceKey("a", 0), new FaceKey("b", 0), new FaceKey("c", 0))),
                        new Era(2004, 2005, List.of(new FaceKey("d", 0), new FaceKey("e", 0))));
    }

    @Test
    void yearsFarApartAreTwoErasHoweverAlike() {
        assertThat(EraSplit.DEFAULT.split(List.of(face("a", 2000, 0), face("b", 2000, 0), face("c", 2006, 0))))
                .extracting(Era::first)
                .containsExactly(2000, 2006);
        assertThat(EraSplit.DEFAULT.split(List.of(face("a", 2000, 0), face("b", 2000, 0), face("c", 2005, 0))))
                .isEmpty();
    }

    @Test
    void erasDoNotChain() {
        // each year is like the next, and the first is unlike the last
        List<PicturedFace> faces = new ArrayList<>();
        for (int year = 0; year < 5; year++) {
            faces.add(face("y" + year, 2000 + year, 30 * year));
        }
        faces.add(face("most", 2000, 0));
        assertThat(EraSplit.DEFAULT.split(faces)).hasSizeGreaterThan(1);
    }

    @Test
    void facesOfUnknownDatesAreOfNoEra() {
        assertThat(EraSplit.DEFAULT.split(List.of(face("a", 0), face("b", 180))))
                .isEmpty();
    }
}
