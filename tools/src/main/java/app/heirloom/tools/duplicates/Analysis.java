package app.heirloom.tools.duplicates;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.duplicate.KeeperCandidate;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.duplicate.MetadataConflict;
import app.heirloom.library.duplicate.MetadataScore;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.RemoteAsset;
import app.heirloom.library.remote.RemoteDuplicateGroup;
import app.heirloom.library.remote.RemoteOriginal;
import app.heirloom.library.remote.WholeRemoteAsset;
import app.heirloom.library.user.Permission;
import app.heirloom.tools.Progress;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Looks at a user's duplicate groups and decides which member of each to keep. Nothing on the server is changed. */
public final class Analysis {
    /** What the key must allow. */
    public static final Set<Permission> NEEDED =
            Set.of(Permission.USER_READ, Permission.DUPLICATE_READ, Permission.ASSET_READ, Permission.ALBUM_READ);

    private static final int LEAST = 2;

    private final PhotoServer photos;
    private final KeeperRules rules;
    private final Progress progress;
    private final InstantSource clock;

    public Analysis(PhotoServer photos, KeeperRules rules, Progress progress, InstantSource clock) {
        this.photos = photos;
        this.rules = rules;
        this.progress = progress;
        this.clock = clock;
    }

    /** What is to be analysed; fails as FORBIDDEN when the key does not allow it. */
    public AnalysisHeader header() {
        photos.account().require(NEEDED);
        return new AnalysisHeader(
                clock.instant(),
                photos.account().server().address().toString(),
                photos.account().user().id(),
                rules.text());
    }

    /** Hands the groups over in the server's order, one by one as they arrive. */
    public AnalysisSummary run(Consumer<AnalyzedGroup> action) {
        Map<AssetId, List<String>> albums = readAlbums();
        var tally = new Object() {
            AnalysisSummary summary = AnalysisSummary.NOTHING;
        };
        progress.during(
                "Reading duplicate groups",
                "groups",
                OptionalLong.empty(),
                () -> photos.duplicates().forEach(group -> {
                    List<RemoteAsset> members = members(group);
                    if (members.size() < LEAST) {
                        tally.summary = tally.summary.plusSingle();
                    } else {
                        AnalyzedGroup analyzed = analyze(new RemoteDuplicateGroup(group.id(), members), albums);
                        tally.summary = tally.summary.plus(analyzed);
                        action.accept(analyzed);
                    }
                    progress.advance(1);
                }));
        return tally.summary;
    }

    /** Names of the albums that assets are in; album by album, which takes far fewer requests than asset by asset. */
    private Map<AssetId, List<String>> readAlbums() {
        var all = photos.albums().list();
        Map<AssetId, List<String>> names = new HashMap<>();
        progress.during("Reading albums", "albums", OptionalLong.of(all.size()), () -> {
            for (var album : all) {
                List<String> only = List.of(album.name());
                photos.albums().forEachAsset(album.id(), asset -> names.merge(asset.id(), only, Analysis::joined));
                progress.advance(1);
            }
        });
        return names;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Those that are still to be judged; a server that told too little about one is asked again. */
    private List<RemoteAsset> members(RemoteDuplicateGroup group) {
        return byId(group).values().stream()
                .filter(asset -> !asset.state().trashed())
                .map(asset -> asset.original().sizeInBytes() != null ? Optional.of(asset) : lookUp(asset.id()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<RemoteAsset> lookUp(AssetId id) {
        return photos.assets()
                .find(id)
                .map(WholeRemoteAsset::asset)
                .filter(asset -> !asset.state().trashed());
    }

    private AnalyzedGroup analyze(RemoteDuplicateGroup group, Map<AssetId, List<String>> albums) {
        Map<AssetId, RemoteAsset> byId = byId(group);
        KeeperRules.Choice choice = rules.choose(
                byId.values().stream().map(asset -> candidate(asset, albums)).toList());
        List<AnalyzedAsset> ranked = choice.ranked().stream()
                .map(candidate -> analyzed(Objects.requireNonNull(byId.get(candidate.id())), candidate.albums()))
                .toList();
        return new AnalyzedGroup(
                group.id(),
                Grounds.SERVER,
                ranked.getFirst(),
                ranked.subList(1, ranked.size()),
                MetadataConflict.among(
                        byId.values().stream().map(RemoteAsset::exif).toList()),
                choice.reason());
    }

    /** In the order of the group; should a server name one twice, it is one. */
    static Map<AssetId, RemoteAsset> byId(RemoteDuplicateGroup group) {
        Map<AssetId, RemoteAsset> byId = new LinkedHashMap<>();
        group.assets().forEach(asset -> byId.putIfAbsent(asset.id(), asset));
        return byId;
    }

    static KeeperCandidate candidate(RemoteAsset asset, Map<AssetId, List<String>> albums) {
        RemoteOriginal original = asset.original();
        return new KeeperCandidate(
                asset.id(),
                new KeeperCandidate.File(
                        original.fileName(),
                        original.path(),
                        asset.state().grouping().library(),
                        original.dimensions(),
                        original.sizeInBytes()),
                asset.exif(),
                asset.state().favorite(),
                asset.times().captured(),
                albums.getOrDefault(asset.id(), List.of()));
    }

    static AnalyzedAsset analyzed(RemoteAsset asset, List<String> albums) {
        RemoteOriginal original = asset.original();
        return new AnalyzedAsset(
                asset.id(),
                new AnalyzedAsset.File(
                        original.fileName(),
                        original.path(),
                        original.checksum(),
                        asset.state().grouping().library(),
                        original.sizeInBytes(),
                        original.dimensions()),
                MetadataScore.of(asset.exif()),
                asset.times().updated(),
                asset.state().favorite(),
                albums);
    }
}
