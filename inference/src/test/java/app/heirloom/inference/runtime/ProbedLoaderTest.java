package app.heirloom.inference.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.inference.runtime.ProbedLoader.Candidate;
import app.heirloom.library.error.ErrorCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ProbedLoaderTest {
    private static final Path FILE = Path.of("network.onnx");

    private final List<String> loads = new ArrayList<>();
    private final List<FakeNetwork> networks = new ArrayList<>();

    @Test
    void takesTheFirstAcceleratorThatComputesTheSame() {
        var loader = new ProbedLoader(
                List.of(
                        candidate("broken", numbers -> shifted(numbers, 0.5f)),
                        candidate("right", numbers -> shifted(numbers, 0.001f)),
                        candidate("never asked", UnaryOperator.identity())),
                processor());
        try (LoadedNetwork chosen = loader.load(FILE)) {
            assertThat(chosen).isSameAs(networks.getLast());
        }
        assertThat(loads).containsExactly("processor", "broken", "right", "right");
        assertThat(networks).as("what was only tried is let go").allMatch(FakeNetwork::isClosed);
    }

    @Test
    void triesNetworksOfTextsWithTokens() {
        var loader = new ProbedLoader(
                List.of(
                        candidate("broken", numbers -> shifted(numbers, 50), 1, 77),
                        candidate("right", numbers -> shifted(numbers, 0.001f), 1, 77)),
                candidate("processor", UnaryOperator.identity(), -1, -1).loader());
        loader.load(FILE).close();
        assertThat(loads).containsExactly("processor", "broken", "right", "right");
    }

    @Test
    void looksOnlyOnceForEachFile() {
        var loader = new ProbedLoader(List.of(candidate("right", UnaryOperator.identity())), processor());
        loader.load(FILE).close();
        loads.clear();
        loader.load(FILE).close();
        assertThat(loads).containsExactly("right");
    }

    @Test
    void fallsBackToTheProcessor() {
        Candidate missing = new Candidate("missing", file -> {
            loads.add("missing");
            throw ErrorCode.INVALID.exception("no library of the card's maker");
        });
        var loader = new ProbedLoader(
                List.of(
                        missing,
                        candidate("no numbers", numbers -> new float[] {Float.NaN}),
                        candidate("nothing", numbers -> new float[numbers.length])),
                processor());
        loader.load(FILE).close();
        assertThat(loads).containsExactly("processor", "missing", "no numbers", "nothing", "processor");
        assertThat(networks).allMatch(FakeNetwork::isClosed);
    }

    @Test
    void triesNothingWhereThereIsNothingToTry() {
        new ProbedLoader(List.of(), processor()).load(FILE).close();
        assertThat(loads).containsExactly("processor");
    }

    private NetworkLoader processor() {
        return candidate("processor", UnaryOperator.identity()).loader();
    }

    private Candidate candidate(String name, UnaryOperator<float[]> function) {
        return candidate(name, function, 1, 3, -1, -1);
    }

    private Candidate candidate(String name, UnaryOperator<float[]> function, long... inputShape) {
        return new Candidate(name, file -> {
            loads.add(name);
            var network = new FakeNetwork(function, inputShape);
            networks.add(network);
            return network;
        });
    }

    /** Every other number is more, every other less. */
    private static float[] shifted(float[] numbers, float by) {
        float[] shifted = numbers.clone();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] += i % 2 == 0 ? by : -by;
        }
        return shifted;
    }
}
