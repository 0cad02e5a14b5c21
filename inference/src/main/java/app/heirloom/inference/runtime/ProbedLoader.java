package app.heirloom.inference.runtime;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import app.heirloom.library.error.HeirloomException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Loads each network with the first accelerator that computes the same as the processor does, and with the processor
 * when none does. Which one that is, is found out once for each file and logged.
 */
public final class ProbedLoader implements NetworkLoader {
    private static final System.Logger LOG = System.getLogger(ProbedLoader.class.getName());

    /** Cosine similarity of the outputs: half precision stays above, wrong kernels do not. */
    private static final double SAME = 0.999;

    /** What stands for a side that the caller may choose; detectors need a multiple of 32. */
    private static final long FREE_SIDE = 320;

    private static final long FREE_LENGTH = 16;
    /** Every vocabulary has as many words. */
    private static final int COMMON_TOKENS = 100;

    private final List<Candidate> accelerators;
    private final NetworkLoader processor;
    private final Map<Path, NetworkLoader> choices = new ConcurrentHashMap<>();

    /** A loader that may be faster, if it is right. */
    record Candidate(String name, NetworkLoader loader) {}

    ProbedLoader(List<Candidate> accelerators, NetworkLoader processor) {
        this.accelerators = List.copyOf(accelerators);
        this.processor = processor;
    }

    /** With what this machine's ONNX Runtime has to offer. */
    public static ProbedLoader ofThisMachine() {
        List<Candidate> accelerators = Provider.accelerators().stream()
                .map(provider -> new Candidate(provider.name(), file -> OnnxModel.load(file, provider)))
                .toList();
        return new ProbedLoader(accelerators, OnnxModel::load);
    }

    @Override
    public LoadedNetwork load(Path file) {
        return choices.computeIfAbsent(file, this::choose).load(file);
    }

    private NetworkLoader choose(Path file) {
        if (accelerators.isEmpty()) {
            return processor;
        }
        try (LoadedNetwork reference = processor.load(file)) {
            for (Candidate accelerator : accelerators) {
                if (agrees(accelerator, file, reference)) {
                    LOG.log(INFO, "{0} runs on {1}", file.getFileName(), accelerator.name());
                    return accelerator.loader();
                }
            }
        }
        LOG.log(INFO, "{0} runs on the processor", file.getFileName());
        return processor;
    }

    private static boolean agrees(Candidate accelerator, Path file, LoadedNetwork reference) {
        long[] shape = probeShape(reference.inputShape());
        try (LoadedNetwork network = accelerator.loader().load(file)) {
            double similarity = similarity(answer(reference, shape), answer(network, shape));
            if (similarity >= SAME) {
                return true;
            }
            LOG.log(
                    WARNING,
                    "{0} is not used for {1}: it computes something else than the processor (similarity {2})",
                    accelerator.name(),
                    file.getFileName(),
                    similarity);
        } catch (HeirloomException e) {
            LOG.log(WARNING, "{0} is not used for {1}: {2}", accelerator.name(), file.getFileName(), e.getMessage());
        }
        return false;
    }

    /** One picture of colours or one text, as large as suits every network where the network leaves it open. */
    private static long[] probeShape(long[] inputShape) {
        long[] shape = inputShape.clone();
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] < 0) {
                shape[axis] = axis == 0 ? 1 : isText(shape) ? FREE_LENGTH : axis == 1 ? 3 : FREE_SIDE;
            }
        }
        return shape;
    }

    /** Texts are rows of tokens, pictures have more than two dimensions. */
    private static boolean isText(long[] shape) {
        return shape.length == 2;
    }

    private static Collection<Tensor> answer(LoadedNetwork network, long[] shape) {
        if (!isText(shape)) {
            return network.run(ProbedLoader::noise, shape).values();
        }
        int length = Math.toIntExact(shape[1]);
        int[] counted = new int[length];
        Arrays.fill(counted, 1);
        return network.read(new Random(1).ints(length, 0, COMMON_TOKENS).toArray(), counted)
                .values();
    }

    private static void noise(FloatBuffer input) {
        var random = new Random(1);
        while (input.hasRemaining()) {
            input.put(random.nextFloat());
        }
    }

    /** The least cosine similarity of outputs; 0 when they have not the same shapes. Not a number is like nothing. */
    private static double similarity(Collection<Tensor> expected, Collection<Tensor> actual) {
        if (!shapes(expected).equals(shapes(actual))) {
            return 0;
        }
        double least = 1;
        var others = actual.iterator();
        for (Tensor tensor : expected) {
            double cosine = cosine(tensor.numbers(), others.next().numbers());
            least = cosine < least || Double.isNaN(cosine) ? cosine : least;
        }
        return least;
    }

    private static List<List<Integer>> shapes(Collection<Tensor> tensors) {
        return tensors.stream().map(Tensor::shape).toList();
    }

    private static double cosine(float[] one, float[] other) {
        double dot = 0;
        double square = 0;
        double otherSquare = 0;
        for (int i = 0; i < one.length; i++) {
            dot += (double) one[i] * other[i];
            square += (double) one[i] * one[i];
            otherSquare += (double) other[i] * other[i];
        }
        return square == 0 && otherSquare == 0 ? 1 : dot / Math.sqrt(square * otherSquare);
    }
}
