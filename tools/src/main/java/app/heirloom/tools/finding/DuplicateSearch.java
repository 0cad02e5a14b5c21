package app.heirloom.tools.finding;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.DuplicateGroupId;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.RemoteAlbum;
import app.heirloom.library.remote.RemoteAsset;
import app.heirloom.library.remote.WholeRemoteAsset;
import app.heirloom.library.user.Permission;
import app.heirloom.tools.Progress;
import app.heirloom.tools.duplicates.AnalysisHeader;
import app.heirloom.tools.duplicates.AnalysisSummary;
import app.heirloom.tools.duplicates.AnalyzedGroup;
import app.heirloom.tools.duplicates.Judgement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Finds a user's duplicates itself and decides which of each group to keep. Nothing on the server is changed. */
public final class DuplicateSearch {
    private static final int LEAST = 2;

    private final PhotoServer photos;
    private final Tier tier;
    private final Judgement judgement;
    private final Sight sight;
    private final Progress progress;
    private final InstantSource clock;

    public DuplicateSearch(
            PhotoServer photos, Tier tier, KeeperRules rules, Sight sight, Progress progress, InstantSource clock) {
        this.photos = photos;
        this.tier = tier;
        this.judgement = new Judgement(rules);
        this.sight = sight;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param unseen photos of which only the bytes could be compared, since they have no preview
     */
    public record Summary(AnalysisSummary groups, long unseen) {}

    /** What is to be analysed; fails as FORBIDDEN when the key does not allow it. */
    public AnalysisHeader header() {
        Set<Permission> needed = EnumSet.of(
                Permission.USER_READ, Permission.ASSET_READ, Permission.ALBUM_READ, Permission.ASSET_DOWNLOAD);
        if (tier != Tier.EXACT) {
            needed.add(Permission.ASSET_VIEW);
        }
        photos.account().require(needed);
        return new AnalysisHeader(
                clock.instant(),
                photos.account().server().address().toString(),
                photos.account().user().id(),
                judgement.rules().text());
    }

    /** Hands the groups over, those of the newest photos first. */
    public Summary run(Consumer<AnalyzedGroup> action) {
        var listing = new AssetListing(photos, new OriginalContents(photos, sight.pictures()), progress);
        List<ListedAsset> assets = listing.list();
        if (tier == Tier.EXACT) {
            var comparison = new Comparison(assets, asset -> Optional.empty());
            return new Summary(judge(listing, comparison.groups(tier, progress), action), 0);
        }
        Path file =
                sight.cache().resolve("fingerprints-" + photos.account().user().id());
        try (FingerprintCache cache = FingerprintCache.open(file)) {
            long unseen = look(assets, cache);
            var comparison =
                    new Comparison(assets, asset -> asset.picture() ? cache.find(asset.content()) : Optional.empty());
            return new Summary(judge(listing, comparison.groups(tier, progress), action), unseen);
        }
    }

    private long look(List<ListedAsset> assets, FingerprintCache cache) {
        List<ListedAsset> pictures =
                assets.stream().filter(ListedAsset::picture).toList();
        long[] unseen = new long[1];
        progress.during(
                "Looking at previews",
                "photos",
                OptionalLong.of(pictures.size()),
                () -> unseen[0] = new PreviewLook(photos, sight, cache, progress).lookAt(pictures));
        return unseen[0];
    }

    private AnalysisSummary judge(AssetListing listing, List<Comparison.Group> groups, Consumer<AnalyzedGroup> action) {
        var tally = new Object() {
            AnalysisSummary summary = AnalysisSummary.NOTHING;
        };
        progress.during(
                "Reading groups",
                "groups",
                OptionalLong.of(groups.size()),
                () -> groups.forEach(group -> {
                    Optional<AnalyzedGroup> analyzed = judge(listing, group);
                    tally.summary = analyzed.map(tally.summary::plus).orElseGet(tally.summary::plusSingle);
                    analyzed.ifPresent(action);
                    progress.advance(1);
                }));
        return tally.summary;
    }

    /** Empty when fewer than two are still there. */
    private Optional<AnalyzedGroup> judge(AssetListing listing, Comparison.Group group) {
        List<RemoteAsset> found = group.members().stream()
                .map(member -> photos.assets().find(member.id()))
                .flatMap(Optional::stream)
                .map(WholeRemoteAsset::asset)
                .filter(listing::isWanted)
                .toList();
        return found.size() < LEAST
                ? Optional.empty()
                : Optional.of(judgement.of(idOf(found), group.grounds(), found, albums(found)));
    }

    private Map<AssetId, List<String>> albums(List<RemoteAsset> assets) {
        return assets.stream()
                .collect(Collectors.toMap(
                        RemoteAsset::id,
                        asset -> photos.albums().listOf(asset.id()).stream()
                                .map(RemoteAlbum::name)
                                .toList()));
    }

    /** Servers know no group of these; the same assets have the same id every time. */
    private static DuplicateGroupId idOf(List<RemoteAsset> assets) {
        String text =
                assets.stream().map(asset -> asset.id().toString()).sorted().collect(Collectors.joining(" "));
        return new DuplicateGroupId(UUID.nameUUIDFromBytes(("found " + text).getBytes(StandardCharsets.UTF_8)));
    }
}
