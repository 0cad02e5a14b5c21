package app.heirloom.library.duplicate.merge;

import app.heirloom.library.asset.Visibility;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the one kept of several duplicates is known by. It never loses what it says itself; the others fill in:
 *
 * <ul>
 *   <li>a favourite if any is one, with the highest rating, as private as the most private;
 *   <li>its description, and below it the lines that only others have;
 *   <li>its place, or the one that all others with a place agree on;
 *   <li>its capture time, or the earliest of the others; the zone of that wall clock too, when all that name one agree.
 * </ul>
 */
public final class MetadataMerge {
    /** From the least private to the most. Hidden is no degree: it says that an asset is part of another. */
    private static final List<Visibility> BY_PRIVACY =
            List.of(Visibility.TIMELINE, Visibility.ARCHIVE, Visibility.LOCKED);

    /** About a hundred metres: what copying programs make of the same place. */
    private static final double SAME_PLACE_IN_DEGREES = 0.001;

    private MetadataMerge() {}

    /** The kept one's metadata, with what the others add. */
    public static KnownMetadata of(KnownMetadata kept, List<KnownMetadata> others) {
        return new KnownMetadata(
                kept.favorite() || others.stream().anyMatch(KnownMetadata::favorite),
                visibility(kept, others),
                description(kept, others),
                Stream.concat(Stream.of(kept), others.stream())
                        .flatMap(known -> Stream.ofNullable(known.rating()))
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                coordinates(kept, others),
                capture(kept, others));
    }

    private static Visibility visibility(KnownMetadata kept, List<KnownMetadata> others) {
        if (kept.visibility() == Visibility.HIDDEN) {
            return Visibility.HIDDEN;
        }
        return Stream.concat(Stream.of(kept), others.stream())
                .map(KnownMetadata::visibility)
                .max(Comparator.comparingInt(BY_PRIVACY::indexOf))
                .orElseThrow();
    }

    private static String description(KnownMetadata kept, List<KnownMetadata> others) {
        Set<String> known = kept.description().lines().map(String::strip).collect(Collectors.toSet());
        List<String> added = others.stream()
                .flatMap(other -> other.description().lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty() && known.add(line))
                .toList();
        return Stream.concat(Stream.of(kept.description()).filter(text -> !text.isBlank()), added.stream())
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable Coordinates coordinates(KnownMetadata kept, List<KnownMetadata> others) {
        if (kept.coordinates() != null) {
            return kept.coordinates();
        }
        return unanimous(
                        others.stream()
                                .flatMap(other -> Stream.ofNullable(other.coordinates()))
                                .toList(),
                        MetadataMerge::isSamePlace)
                .orElse(null);
    }

    private static boolean isSamePlace(Coordinates one, Coordinates other) {
        return Math.abs(one.latitude() - other.latitude()) < SAME_PLACE_IN_DEGREES
                && Math.abs(one.longitude() - other.longitude()) < SAME_PLACE_IN_DEGREES;
    }

    private static Capture capture(KnownMetadata kept, List<KnownMetadata> others) {
        Capture own = kept.capture();
        LocalDateTime local = own.local() != null ? own.local() : earliest(others);
        String zone = own.local() != null && own.zone() != null ? own.zone() : zone(local, others);
        return new Capture(local, zone, own.modified());
    }

    private static @Nullable LocalDateTime earliest(List<KnownMetadata> others) {
        return others.stream()
                .flatMap(other -> Stream.ofNullable(other.capture().local()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** A zone says something about the wall clock beside it only, whatever fractions of the second were dropped. */
    private static @Nullable String zone(@Nullable LocalDateTime local, List<KnownMetadata> others) {
        List<String> zones = new ArrayList<>();
        for (KnownMetadata other : others) {
            Capture capture = other.capture();
            if (local != null
                    && capture.local() != null
                    && capture.zone() != null
                    && capture.local().withNano(0).equals(local.withNano(0))) {
                zones.add(capture.zone());
            }
        }
        return unanimous(zones, Objects::equals).orElse(null);
    }

    private static <T> Optional<T> unanimous(List<T> values, BiPredicate<T, T> agree) {
        boolean isOne = values.stream().allMatch(value -> agree.test(values.getFirst(), value));
        return isOne ? values.stream().findFirst() : Optional.empty();
    }
}
