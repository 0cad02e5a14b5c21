package app.heirloom.library.recognition.detection;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.embedding.FrameReader;
import app.heirloom.library.embedding.FrameReader.Frame;
import app.heirloom.library.embedding.FrameSampling;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.recognition.gathering.FaceGraph;
import app.heirloom.library.recognition.gathering.FaceSample;
import app.heirloom.library.recognition.gathering.Gathering;
import app.heirloom.library.recognition.gathering.GatheringSettings;
import app.heirloom.library.recognition.gathering.Ties;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Looks into videos: the faces of their key frames are gathered as those of photos are, and each person becomes one face,
 * where the preview shows it, else where it is seen best. Faces of frames too poor to found a person are left out.
 */
public final class VideoFaces {
    private static final AssetId VIDEO = new AssetId(new UUID(0, 0));
    private static final Comparator<Sighting> BEST =
            Comparator.comparingDouble(seen -> seen.quality().merit());
    private static final Comparator<Sighting> BY_PLACE = Comparator.comparing(
                    (Sighting seen) -> seen.area().moment(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingDouble(seen -> seen.area().left());

    private final FrameReader reader;
    private final FrameSampling sampling;
    private final Supplier<FaceGraph> graphs;
    private final GatheringSettings settings;

    /**
     * @param graphs makes empty ones
     * @param likeness from which mean cosine similarity on two groups of faces are one person
     */
    public VideoFaces(FrameReader reader, FrameSampling sampling, Supplier<FaceGraph> graphs, double likeness) {
        this.reader = reader;
        this.sampling = sampling;
        this.graphs = graphs;
        this.settings = new GatheringSettings(likeness, /* leastFaces= */ 1);
    }

    /**
     * The people in the video, those on the preview first, the others in the order in which they appear.
     *
     * @param shown what the preview shows
     * @param look finds the faces of a frame
     */
    List<Sighting> find(Path video, int longestSide, List<Sighting> shown, Function<Frame, List<Sighting>> look) {
        List<Sighting> all = new ArrayList<>(shown);
        reader.read(video, sampling, longestSide, frame -> all.addAll(look.apply(frame)));
        return all.size() == shown.size() ? shown : unite(all);
    }

    private List<Sighting> unite(List<Sighting> all) {
        Map<FaceId, Sighting> seen = new LinkedHashMap<>();
        all.forEach(sighting -> seen.put(new FaceId(new UUID(0, seen.size())), sighting));
        Gathering gathering = gather(seen);
        Stream<Sighting> people = gathering.groups().stream().map(group -> together(listOf(group, seen)));
        Stream<Sighting> poor = listOf(gathering.alone(), seen).stream().filter(VideoFaces::isOnPreview);
        return Stream.concat(people, poor).sorted(BY_PLACE).toList();
    }

    private Gathering gather(Map<FaceId, Sighting> seen) {
        try (FaceGraph graph = graphs.get()) {
            graph.put(seen.entrySet().stream()
                    .map(face -> sample(face.getKey(), face.getValue()))
                    .toList());
            return graph.gather(Ties.NONE, settings);
        }
    }

    private static FaceSample sample(FaceId id, Sighting seen) {
        Duration moment = seen.area().moment();
        return new FaceSample(id, FaceSample.pictureOf(VIDEO, moment), seen.embedding(), seen.quality(), Instant.EPOCH);
    }

    private static List<Sighting> listOf(Collection<FaceId> faces, Map<FaceId, Sighting> seen) {
        return faces.stream()
                .sorted(Comparator.comparing(FaceId::value))
                .map(face -> Objects.requireNonNull(seen.get(face)))
                .toList();
    }

    /** One person's face: looking as it does best, and where the preview shows it. */
    private static Sighting together(List<Sighting> group) {
        Sighting best = group.stream().max(BEST).orElseThrow();
        Sighting placed =
                group.stream().filter(VideoFaces::isOnPreview).findFirst().orElse(best);
        return new Sighting(placed.area(), best.quality(), best.embedding());
    }

    private static boolean isOnPreview(Sighting seen) {
        return seen.area().moment() == null;
    }
}
