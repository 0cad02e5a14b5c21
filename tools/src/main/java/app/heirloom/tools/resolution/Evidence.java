package app.heirloom.tools.resolution;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.duplicate.LetterboxPairs;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.tools.duplicates.Grounds;
import app.heirloom.tools.finding.OriginalContents;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges anew, by what a server says and gives now, whether assets are what they were held to be. */
record Evidence(OriginalContents contents) {
    /**
     * Why they are no longer.
     *
     * @param members what the server says of them; that they have the bytes they had, others look after
     */
    Optional<String> against(Grounds grounds, List<RemoteAsset> members) {
        return switch (grounds) {
            case SERVER, LOOKS -> Optional.empty(); // the server says so of each; the same bytes look the same
            case LETTERBOX ->
                unless(isLetterbox(members), "its members are no longer a whole photo of an iPhone and its cut");
            case BYTES -> unless(haveSame(members, contents::checksum), "its members do not have the same bytes");
            case PIXELS ->
                unless(
                        haveSame(members, asset -> asset.original().dimensions())
                                && haveSame(members, asset -> contents.pixels(asset.id())),
                        "the originals of its members do not have the same pixels, though their previews have");
        };
    }

    private static Optional<String> unless(boolean isSame, String fault) {
        return isSame ? Optional.empty() : Optional.of(fault);
    }

    private static boolean haveSame(List<RemoteAsset> members, Function<RemoteAsset, @Nullable Object> trait) {
        return members.stream().map(trait).distinct().count() == 1;
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
