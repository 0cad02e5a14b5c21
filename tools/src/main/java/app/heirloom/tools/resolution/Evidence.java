package app.heirloom.tools.resolution;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.duplicate.LetterboxPairs;
import app.heirloom.library.remote.RemoteAsset;
import app.heirloom.tools.duplicates.Grounds;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges anew, by what a server says now, whether assets are what they were held to be. */
final class Evidence {
    private Evidence() {}

    /** Why they are no longer; the server's own groups are looked at member by member. */
    static Optional<String> against(Grounds grounds, List<RemoteAsset> members) {
        return switch (grounds) {
            case SERVER -> Optional.empty();
            case LETTERBOX ->
                isLetterbox(members)
                        ? Optional.empty()
                        : Optional.of("its members are no longer a whole photo of an iPhone and its cut");
        };
    }

    /** Whichever of them is the keeper. */
    private static boolean isLetterbox(List<RemoteAsset> members) {
        var pairs = new LetterboxPairs();
        members.forEach(
                asset -> pairs.add(asset.id(), asset.exif(), asset.original().dimensions()));
        Set<AssetId> ids = members.stream().map(RemoteAsset::id).collect(Collectors.toCollection(HashSet::new));
        return pairs.pairs().stream().anyMatch(pair -> ids.equals(Set.of(pair.whole(), pair.cut())));
    }
}
