package app.heirloom.library.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.duplicate.ConstrainedGroups.Edge;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConstrainedGroupsTest {
    private static final List<Edge<String>> CHAIN =
            List.of(new Edge<>("a", "b", 0.99), new Edge<>("c", "b", 0.995), new Edge<>("c", "d", 1));

    @Test
    void joinsWhatHangsTogether() {
        assertThat(ConstrainedGroups.of(CHAIN, (one, other) -> false)).containsExactly(List.of("a", "b", "c", "d"));
    }

    @Test
    void keepsApartWhatMustNotMeetAndJoinsTheSurerPairs() {
        assertThat(ConstrainedGroups.of(
                        CHAIN, (one, other) -> Set.of(one, other).equals(Set.of("a", "d"))))
                .containsExactly(List.of("b", "c", "d"));
    }

    @Test
    void theOrderOfPairsDoesNotMatter() {
        var random = new Random(1);
        var pairs = new ArrayList<Edge<String>>();
        for (int i = 0; i < 60; i++) {
            String one = Integer.toString(random.nextInt(30));
            String other = Integer.toString(random.nextInt(30));
            if (!one.equals(other)) {
                pairs.add(new Edge<>(one, other, random.nextInt(3)));
            }
        }
        var expected = ConstrainedGroups.of(pairs, ConstrainedGroupsTest::differInParity);
        assertThat(expected).isNotEmpty();
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(pairs, random);
            List<Edge<String>> turned = pairs.stream()
                    .map(edge -> random.nextBoolean() ? edge : new Edge<>(edge.other(), edge.one(), edge.likeness()))
                    .toList();
            assertThat(ConstrainedGroups.of(turned, ConstrainedGroupsTest::differInParity))
                    .isEqualTo(expected);
        }
    }

    private static boolean differInParity(String one, String other) {
        return one.length() == 1 && other.length() == 1 && (one.charAt(0) + other.charAt(0)) % 2 == 1;
    }
}
