package app.heirloom.library.recognition.detection;

import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.FaceSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;

/**
 * Which of the faces on an asset are those that a model sees: first those at the same place; then, in videos, those that look
 * alike, since a person is shown at the best of many moments, and that may be another one with every look.
 */
final class FaceMatching {
    /**
     * Boxes that overlap so much frame one face. Programs draw them tight around the face or loose around the head, which
     * halves the overlap; two people's faces hardly ever share so much.
     */
    private static final double SAME = 0.3;

    private static final double NOT_AT_ALL = -1;

    private final List<KnownFace> known;
    private final ModelLook look;
    private final Map<FaceId, Detection> matched = new HashMap<>();
    private final Set<Detection> taken = new HashSet<>();

    private record Match(KnownFace known, Detection detection, double score) {
        /** What people say comes first, then what fits best; ids decide the rest, so that chance does not. */
        static final Comparator<Match> BEST_FIRST = Comparator.comparing(
                        (Match match) -> match.known().face().source() == FaceSource.MODEL)
                .thenComparing(Comparator.comparingDouble(Match::score).reversed())
                .thenComparing(match -> match.known().face().id().value());
    }

    private FaceMatching(List<KnownFace> known, ModelLook look) {
        this.known = known;
        this.look = look;
    }

    /** What the model sees there, by the faces that are known. */
    static Map<FaceId, Detection> of(List<KnownFace> known, ModelLook look) {
        var matching = new FaceMatching(known, look);
        matching.match(FaceMatching::overlap, SAME);
        matching.match(matching.likeness(), look.likeness());
        return matching.matched;
    }

    private void match(ToDoubleBiFunction<KnownFace, Detection> score, double least) {
        known.stream()
                .filter(one -> !matched.containsKey(one.face().id()))
                .flatMap(one -> look.seen().stream()
                        .map(detection -> new Match(one, detection, score.applyAsDouble(one, detection))))
                .filter(match -> match.score() >= least)
                .sorted(Match.BEST_FIRST)
                .forEach(this::take);
    }

    private void take(Match match) {
        FaceId face = match.known().face().id();
        if (!matched.containsKey(face) && taken.add(match.detection())) {
            matched.put(face, match.detection());
        }
    }

    private static double overlap(KnownFace known, Detection detection) {
        return FaceArea.of(known.face().box()).overlap(detection.sighting().area());
    }

    /** Of two faces at moments of a video. */
    private ToDoubleBiFunction<KnownFace, Detection> likeness() {
        Map<Long, Sighting> before =
                look.before().stream().collect(Collectors.toMap(Detection::number, Detection::sighting));
        return (known, detection) -> Optional.ofNullable(known.detection())
                .map(before::get)
                .filter(FaceMatching::isOfMoment)
                .filter(seen -> isOfMoment(detection.sighting()))
                .map(seen -> seen.embedding().similarity(detection.sighting().embedding()))
                .orElse(NOT_AT_ALL);
    }

    private static boolean isOfMoment(Sighting seen) {
        return Objects.nonNull(seen.area().moment());
    }
}
