package app.heirloom.tools.duplicates;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.duplicate.merge.MetadataConflict;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.remote.asset.RemoteAsset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A duplicate group as scenarios look at it.
 *
 * @param ranked the winner comes first
 */
record ScenarioGroup(List<RemoteAsset> ranked, List<MetadataConflict> found, int currentYear) {
    private static final Pattern SPECIAL = Pattern.compile("[!@#$%^&*()\\[\\]{}|;'\"<>?]");
    /** TIFFs of all kinds that cameras write, and their like. */
    private static final Set<String> RAW = Set.of(
            ".3fr", ".arw", ".cr2", ".cr3", ".dng", ".erf", ".fff", ".iiq", ".kdc", ".mrw", ".nef", ".nrw", ".orf",
            ".pef", ".raf", ".raw", ".rw2", ".rwl", ".sr2", ".srf", ".srw", ".x3f");

    /** What a winner takes over. */
    enum Fact {
        GPS,
        DATE,
        DESCRIPTION
    }

    int size() {
        return ranked.size();
    }

    private Stream<RemoteAsset> others() {
        return ranked.stream().skip(1);
    }

    private Stream<Dimensions> dimensions() {
        return ranked.stream().map(asset -> asset.original().dimensions()).filter(Objects::nonNull);
    }

    long measured() {
        return dimensions().count();
    }

    boolean hasClearWinner() {
        Dimensions best = ranked.getFirst().original().dimensions();
        return best != null
                && size() > 1
                && measured() == size()
                && dimensions().skip(1).allMatch(other -> other.pixels() < best.pixels());
    }

    boolean areSameDimensions() {
        return size() > 1 && measured() == size() && dimensions().distinct().count() == 1;
    }

    boolean areSameSizes() {
        return ranked.stream()
                        .map(asset -> asset.original().sizeInBytes())
                        .distinct()
                        .count()
                == 1;
    }

    boolean haveOtherProportions() {
        return measured() == size()
                && dimensions().mapToLong(Dimensions::pixels).distinct().count() == 1
                && dimensions().distinct().count() > 1;
    }

    private static Set<Fact> facts(RemoteAsset asset) {
        Exif exif = asset.exif();
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        if (exif.coordinates() != null) {
            facts.add(Fact.GPS);
        }
        if (exif.capture().local() != null) {
            facts.add(Fact.DATE);
        }
        if (!exif.caption().description().isBlank()) {
            facts.add(Fact.DESCRIPTION);
        }
        return facts;
    }

    private Set<Fact> missing() {
        Set<Fact> missing = EnumSet.allOf(Fact.class);
        missing.removeAll(facts(ranked.getFirst()));
        return missing;
    }

    boolean isComplete() {
        return missing().isEmpty();
    }

    boolean lacksWhatOthersHave(Fact fact) {
        return missing().contains(fact)
                && others().anyMatch(other -> facts(other).contains(fact));
    }

    boolean lacksAllThatOneHas() {
        return missing().size() == Fact.values().length
                && others().anyMatch(other -> facts(other).size() == Fact.values().length);
    }

    boolean haveBothPositions() {
        return !missing().contains(Fact.GPS)
                && others().anyMatch(other -> facts(other).contains(Fact.GPS));
    }

    /** How many others give something, when each missing fact is taken from the first that has it. */
    long contributors() {
        return missing().stream()
                .flatMap(fact ->
                        others().filter(other -> facts(other).contains(fact)).limit(1))
                .distinct()
                .count();
    }

    boolean contradicts(MetadataConflict.Kind kind) {
        return found.stream().anyMatch(conflict -> conflict.kind() == kind);
    }

    int conflicts() {
        return found.size();
    }

    boolean areNearlyAtOnePlace() {
        List<Coordinates> places = ranked.stream()
                .map(asset -> asset.exif().coordinates())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return places.size() > 1 && !contradicts(MetadataConflict.Kind.GPS);
    }

    boolean hasFileLargerThan(long bytes) {
        return ranked.stream()
                .map(asset -> asset.original().sizeInBytes())
                .anyMatch(size -> size != null && size > bytes);
    }

    boolean hasSpecialFileName() {
        return ranked.stream()
                .anyMatch(asset -> SPECIAL.matcher(asset.original().fileName()).find());
    }

    boolean hasVideo() {
        return ranked.stream().anyMatch(asset -> asset.original().type() == AssetType.VIDEO);
    }

    boolean hasFormat(String... extensions) {
        return hasFormat(Set.copyOf(Arrays.asList(extensions)));
    }

    boolean hasRaw() {
        return hasFormat(RAW);
    }

    private boolean hasFormat(Set<String> extensions) {
        return ranked.stream()
                .anyMatch(asset -> extensions.contains(
                        MediaFormat.extensionOf(asset.original().fileName())));
    }

    boolean hasForeignDescription() {
        return ranked.stream()
                .anyMatch(asset -> asset.exif().caption().description().chars().anyMatch(letter -> letter > 0x7F));
    }

    boolean hasYear(IntPredicate wanted) {
        return ranked.stream()
                .map(asset -> asset.exif().capture().local())
                .anyMatch(local -> local != null && wanted.test(local.getYear()));
    }
}
