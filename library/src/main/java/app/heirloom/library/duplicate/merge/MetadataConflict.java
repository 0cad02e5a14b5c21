package app.heirloom.library.duplicate.merge;

import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What duplicates contradict each other about, so that somebody should look: perhaps they are none.
 *
 * @param values what they say, each once, in the order in which they are listed
 */
public record MetadataConflict(Kind kind, List<String> values) {
    /** About 11 metres, as immich-dupes 1.2 has it: receivers are no better than that. */
    static final double SAME_PLACE_IN_DEGREES = 0.0001;

    public MetadataConflict {
        values = List.copyOf(values);
    }

    /** What the contradiction is about. */
    public enum Kind {
        GPS,
        TIMEZONE,
        CAMERA_INFO,
        /** The wall clock, without fractions of a second, which programs drop. */
        CAPTURE_TIME
    }

    /** Those among duplicates with this metadata. What is not known, or is empty, contradicts nothing. */
    public static List<MetadataConflict> among(Collection<Exif> exifs) {
        return Stream.of(
                        places(exifs),
                        texts(
                                Kind.TIMEZONE,
                                exifs,
                                exif -> Optional.ofNullable(exif.capture().zone())),
                        texts(Kind.CAMERA_INFO, exifs, exif -> Optional.of(camera(exif.camera()))),
                        texts(
                                Kind.CAPTURE_TIME,
                                exifs,
                                exif -> Optional.ofNullable(exif.capture().local())
                                        .map(MetadataConflict::seconds)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<MetadataConflict> places(Collection<Exif> exifs) {
        List<Coordinates> known = exifs.stream()
                .flatMap(exif -> Stream.ofNullable(exif.coordinates()))
                .toList();
        boolean areApart = known.stream().anyMatch(one -> known.stream().anyMatch(other -> !isSamePlace(one, other)));
        if (!areApart) {
            return Optional.empty();
        }
        List<Coordinates> distinct = new ArrayList<>();
        for (Coordinates place : known) {
            if (distinct.stream().noneMatch(other -> isSamePlace(place, other))) {
                distinct.add(place);
            }
        }
        return Optional.of(new MetadataConflict(
                Kind.GPS,
                distinct.stream()
                        .map(place -> place.latitude() + "," + place.longitude())
                        .toList()));
    }

    /** Whether two positions are taken for one. */
    public static boolean isSamePlace(Coordinates one, Coordinates other) {
        return Math.abs(one.latitude() - other.latitude()) <= SAME_PLACE_IN_DEGREES
                && Math.abs(one.longitude() - other.longitude()) <= SAME_PLACE_IN_DEGREES;
    }

    private static Optional<MetadataConflict> texts(
            Kind kind, Collection<Exif> exifs, Function<Exif, Optional<String>> text) {
        Map<String, String> distinct = exifs.stream()
                .map(text)
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toMap(
                        value -> value.toLowerCase(Locale.ROOT),
                        Function.identity(),
                        (first, same) -> first,
                        LinkedHashMap::new));
        return distinct.size() < 2
                ? Optional.empty()
                : Optional.of(new MetadataConflict(kind, List.copyOf(distinct.values())));
    }

    private static String camera(Camera camera) {
        return Stream.of(camera.make(), camera.model())
                .filter(text -> text != null && !text.isBlank())
                .map(String::valueOf)
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }

    private static String seconds(LocalDateTime local) {
        return local.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
