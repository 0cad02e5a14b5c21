package app.heirloom.tools.duplicates;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.duplicate.LetterboxPairs;
import app.heirloom.library.duplicate.merge.MetadataConflict;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.album.RemoteAlbum;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteFilter;
import app.heirloom.library.remote.asset.WholeRemoteAsset;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.UserId;
import app.heirloom.tools.Progress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Looks for photos that an iPhone stored in 4:3 and in 16:9, of which the whole picture is to be kept. Nothing on the
 * server is changed.
 */
public final class LetterboxAnalysis {
    /** What stands in place of the rules for keepers. */
    public static final String RULES = "letterbox";

    private static final Set<Permission> NEEDED =
            Set.of(Permission.USER_READ, Permission.ASSET_READ, Permission.ALBUM_READ);

    private final PhotoServer photos;
    private final Progress progress;
    private final InstantSource clock;

    public LetterboxAnalysis(PhotoServer photos, Progress progress, InstantSource clock) {
        this.photos = photos;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param ambiguous shots of which it is not clear which photos belong together
     * @param foreign photos that no iPhone took
     */
    public record Summary(AnalysisSummary pairs, long ambiguous, long foreign) {}

    /** What is to be analysed; fails as FORBIDDEN when the key does not allow it. */
    public AnalysisHeader header() {
        photos.account().require(NEEDED);
        return new AnalysisHeader(
                clock.instant(),
                photos.account().server().address().toString(),
                photos.account().user().id(),
                RULES);
    }

    /**
     * Hands the pairs over as groups of two.
     *
     * @param dismissed groups that are left out, since somebody said that they are no duplicates
     */
    public Summary run(Set<DuplicateGroupId> dismissed, Consumer<AnalyzedGroup> action) {
        LetterboxPairs found = look();
        List<LetterboxPairs.Pair> pairs = found.pairs().stream()
                .filter(pair -> !dismissed.contains(idOf(pair)))
                .toList();
        var tally = new Object() {
            AnalysisSummary summary = AnalysisSummary.NOTHING;
        };
        progress.during(
                "Reading pairs",
                "pairs",
                OptionalLong.of(pairs.size()),
                () -> pairs.forEach(pair -> {
                    Optional<AnalyzedGroup> group = analyze(pair);
                    tally.summary = group.map(tally.summary::plus).orElseGet(tally.summary::plusSingle);
                    group.ifPresent(action);
                    progress.advance(1);
                }));
        return new Summary(tally.summary, found.ambiguous(), found.foreign());
    }

    private LetterboxPairs look() {
        UserId user = photos.account().user().id();
        var pairs = new LetterboxPairs();
        progress.during(
                "Reading photos",
                "photos",
                OptionalLong.empty(),
                () -> photos.assets().forEach(RemoteFilter.ALL, asset -> {
                    if (asset.owner().equals(user) && isPhoto(asset)) {
                        pairs.add(asset.id(), asset.exif(), asset.original().dimensions());
                    }
                    progress.advance(1);
                }));
        return pairs;
    }

    private static boolean isPhoto(RemoteAsset asset) {
        return asset.original().type() == AssetType.IMAGE && !asset.state().trashed();
    }

    /** Empty when one of them went meanwhile. */
    private Optional<AnalyzedGroup> analyze(LetterboxPairs.Pair pair) {
        Optional<RemoteAsset> whole =
                photos.assets().find(pair.whole()).map(WholeRemoteAsset::asset).filter(LetterboxAnalysis::isPhoto);
        Optional<RemoteAsset> cut =
                photos.assets().find(pair.cut()).map(WholeRemoteAsset::asset).filter(LetterboxAnalysis::isPhoto);
        return whole.flatMap(keeper -> cut.map(loser -> new AnalyzedGroup(
                idOf(pair),
                Grounds.LETTERBOX,
                analyzed(keeper),
                List.of(analyzed(loser)),
                MetadataConflict.among(List.of(keeper.exif(), loser.exif())),
                "it is the whole picture (4:3), of which the other is a part (16:9)")));
    }

    private AnalyzedAsset analyzed(RemoteAsset asset) {
        return Judgement.analyzed(
                asset,
                photos.albums().listOf(asset.id()).stream()
                        .map(RemoteAlbum::name)
                        .toList());
    }

    /** Servers know no group of theirs; the same pair has the same id every time. */
    private static DuplicateGroupId idOf(LetterboxPairs.Pair pair) {
        String text = RULES + " " + pair.whole() + " " + pair.cut();
        return new DuplicateGroupId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
    }
}
