package app.heirloom.library.identity;

import static app.heirloom.library.identity.Faces.face;
import static app.heirloom.library.identity.Faces.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.identity.picture.PicturedFace;
import app.heirloom.library.identity.picture.SeenPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsolidationTest {
    private static final ModelId MODEL = new ModelId("model");
    /** Two sets that are 53 degrees apart are alike. */
    private final Consolidation consolidation = new Consolidation(0.40);

    @Test
    void proposesSetsThatAreAlike() {
        assertThat(consolidation.propose(List.of(set(3, 40), set(1, 0), set(2, 180))))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.target()).isEqualTo(1);
                    assertThat(found.others()).containsExactly(3);
                    assertThat(found.distance()).isBetween(0.23, 0.24);
                });
    }

    @Test
    void chainsDoNotBecomeOne() {
        List<IdentitySet> chain = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            chain.add(set(i + 1, 40 * i));
        }
        assertThat(consolidation.propose(chain))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.others()).hasSize(1));
    }

    @Test
    void allOfAProposalAreAlikeEachWithEach() {
        List<MergeProposal> found = consolidation.propose(List.of(set(1, 0), set(2, 15), set(3, 30), set(4, 75)));
        assertThat(found)
                .singleElement()
                .satisfies(all -> assertThat(all.others()).containsExactly(2, 3));
    }

    @Test
    void differentNamesAreDifferentPeople() {
        assertThat(consolidation.propose(
                        List.of(set(1, 0).named("Ann"), set(2, 0).named("Bea"))))
                .isEmpty();
        assertThat(consolidation.propose(List.of(set(1, 0).named("Ann"), set(2, 0))))
                .hasSize(1);
    }

    @Test
    void whoeverIsOnOnePictureIsNotOnePerson() {
        SeenPicture both = picture("both", Optional.empty(), 0, 10);
        IdentitySet one = founded(1, "ann", new PicturedFace(both, 0));
        IdentitySet other = founded(2, "ann", new PicturedFace(both, 1));
        assertThat(consolidation.propose(List.of(one, other))).isEmpty();
    }

    @Test
    void setsOfTwoUsersStayApart() {
        assertThat(consolidation.propose(List.of(founded(1, "ann", face("a", 0)), founded(2, "bob", face("b", 0)))))
                .isEmpty();
    }

    @Test
    void aDistanceThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new Consolidation(2.1)).isInstanceOf(HeirloomException.class);
        assertThatThrownBy(() -> new Consolidation(Double.NaN)).isInstanceOf(HeirloomException.class);
    }

    private static IdentitySet set(int number, double degrees) {
        return founded(number, "ann", face("p" + number, degrees));
    }

    private static IdentitySet founded(int number, String owner, PicturedFace face) {
        return IdentitySet.founded(number, owner, MODEL, Refinement.of(List.of(face), 0.45));
    }
}
