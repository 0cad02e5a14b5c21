package app.heirloom.vectors.face;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.embedding.Embedding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabeledFacesTest {
    @Test
    void allWaysFindPeopleWhoAreFarApart() {
        LabeledFaces faces = faces(new double[] {0, 2, 4, 90, 92, 94}, new int[] {1, 1, 1, 2, 2, 2});
        assertThat(faces.size()).isEqualTo(6);
        assertThat(List.of(faces.gathered(0.5), faces.connected(0.65), faces.asTheyCome(0.5, 3)))
                .allSatisfy(scores -> {
                    assertThat(scores.pairs().f1()).isEqualTo(1);
                    assertThat(scores.clusters()).isEqualTo(2);
                });
    }

    @Test
    void aChainIsOnePersonWhereConnectionsDecide() {
        LabeledFaces faces = faces(new double[] {0, 45, 90, 135}, new int[] {1, 1, 2, 2});
        assertThat(faces.connected(0.65).clusters()).isEqualTo(1);
        assertThat(faces.gathered(0.5).clusters()).isEqualTo(2);
    }

    @Test
    void takenAsTheyComeTwoAreTooFewForAPerson() {
        LabeledFaces faces = faces(new double[] {0, 2, 100, 200}, new int[] {1, 1, 2, 3});
        assertThat(faces.asTheyCome(0.5, 3).clusters()).isEqualTo(4);
        assertThat(faces.asTheyCome(0.5, 2).clusters()).isEqualTo(3);
    }

    private static LabeledFaces faces(double[] degrees, int[] truths) {
        var embeddings = new ArrayList<Embedding>();
        for (double angle : degrees) {
            double radians = Math.toRadians(angle);
            embeddings.add(Embedding.of(new float[] {(float) Math.cos(radians), (float) Math.sin(radians)}));
        }
        return new LabeledFaces(embeddings, truths);
    }
}
