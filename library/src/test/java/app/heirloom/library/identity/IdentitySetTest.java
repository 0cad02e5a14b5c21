package app.heirloom.library.identity;

import static app.heirloom.library.identity.Faces.face;
import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.identity.picture.PicturedFace;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentitySetTest {
    private static final ModelId MODEL = new ModelId("model");

    private final IdentitySet one = set(1, "a", "b");
    private final IdentitySet two = set(2, "c");

    @Test
    void whatWasMergedCanBeTakenOutAgain() {
        IdentitySet merged = one.merged(two);
        assertThat(merged.keys()).hasSize(3);
        assertThat(merged.holds(2)).isTrue();
        assertThat(merged.without(2)).isEqualTo(one);
    }

    @Test
    void aSetThatWasMergedTwiceComesOutWhole() {
        IdentitySet three = set(3, "d").merged(two);
        assertThat(one.merged(three).keys()).hasSize(4);
        assertThat(one.merged(three).without(3)).isEqualTo(one);
    }

    @Test
    void theNameComesWithWhatIsMerged() {
        IdentitySet named = two.named("Bob");
        assertThat(one.merged(named).name()).isEqualTo("Bob");
        assertThat(one.merged(named).without(2).name()).isEmpty();
        assertThat(one.named("Robert").merged(named).name()).isEqualTo("Robert");
    }

    @Test
    void aFaceIsInASetOnce() {
        PicturedFace known = face("a", 0);
        assertThat(one.joinedBy(List.of(known), one.anchors().getFirst())).isEqualTo(one);
    }

    @Test
    void betterFacesHaveMoreMerit() {
        SetFace near = one.faces().getFirst();
        SetFace far = new SetFace(near.key(), near.place(), near.quality(), near.distance() + 0.3, 1, null);
        assertThat(near.merit()).isGreaterThan(far.merit()).isBetween(0.0, 1.0);
    }

    private static IdentitySet set(int number, String... pictures) {
        List<PicturedFace> faces =
                java.util.Arrays.stream(pictures).map(name -> face(name, 0)).toList();
        return IdentitySet.founded(number, "ann", MODEL, Refinement.of(faces, 0.45));
    }
}
