package app.heirloom.tools.finding;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.likeness.Fingerprint;
import app.heirloom.library.likeness.LikenessSearch;
import app.heirloom.library.likeness.PixelHash;
import app.heirloom.tools.Progress;
import app.heirloom.tools.duplicates.Grounds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares assets with each other. Those that are the same as a third are in one group. */
final class Comparison {
    private final List<ListedAsset> assets;
    private final Function<ListedAsset, Optional<Fingerprint>> seen;
    private final DisjointSets sets;

    /** @param seen what the picture of an asset looks like, as far as that is known */
    Comparison(List<ListedAsset> assets, Function<ListedAsset, Optional<Fingerprint>> seen) {
        this.assets = assets;
        this.seen = seen;
        this.sets = new DisjointSets(assets.size());
    }

    /**
     * Two assets or more.
     *
     * @param grounds what holds for all of them
     */
    record Group(Grounds grounds, List<ListedAsset> members) {}

    /** The dimensions of the original matter too: two plain pictures of any size have the same small preview. */
    private record Pixels(PixelHash hash, @Nullable Dimensions dimensions) {}

    /** Groups whose first member comes first are first. */
    List<Group> groups(Tier tier, Progress progress) {
        joinContents();
        if (tier != Tier.EXACT) {
            progress.during(
                    "Comparing photos", "photos", OptionalLong.of(assets.size()), () -> joinPictures(tier, progress));
        }
        return sets.sets().stream()
                .map(set -> set.stream().map(assets::get).toList())
                .map(members -> new Group(grounds(members), members))
                .toList();
    }

    private void joinContents() {
        Map<Checksum, Integer> first = new HashMap<>();
        for (int i = 0; i < assets.size(); i++) {
            join(first.putIfAbsent(assets.get(i).content(), i), i);
        }
    }

    private void joinPictures(Tier tier, Progress progress) {
        Map<Pixels, Integer> first = new HashMap<>();
        var looks = new LikenessSearch(
                number -> seen.apply(assets.get((int) number - 1)).orElseThrow());
        for (int i = 0; i < assets.size(); i++) {
            Optional<Fingerprint> fingerprint = seen.apply(assets.get(i));
            if (fingerprint.isPresent()) {
                join(first.putIfAbsent(pixels(assets.get(i), fingerprint.get()), i), i);
                if (tier == Tier.SIMILAR) {
                    for (long same : looks.add(i + 1L, fingerprint.get())) {
                        sets.join((int) same - 1, i);
                    }
                }
            }
            progress.advance(1);
        }
    }

    private void join(@Nullable Integer one, int other) {
        if (one != null) {
            sets.join(one, other);
        }
    }

    private static Pixels pixels(ListedAsset asset, Fingerprint fingerprint) {
        return new Pixels(fingerprint.pixels(), asset.dimensions());
    }

    private Grounds grounds(List<ListedAsset> members) {
        if (members.stream().map(ListedAsset::content).distinct().count() == 1) {
            return Grounds.BYTES;
        }
        Set<Optional<Pixels>> pixels = members.stream()
                .map(member -> seen.apply(member).map(fingerprint -> pixels(member, fingerprint)))
                .collect(Collectors.toSet());
        return pixels.size() == 1 ? Grounds.PIXELS : Grounds.LOOKS;
    }
}
