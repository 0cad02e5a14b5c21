package app.heirloom.tools.duplicates;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.WholeRemoteAsset;
import app.heirloom.library.remote.duplicate.RemoteDuplicateGroup;
import app.heirloom.library.user.Permission;
import app.heirloom.tools.Progress;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Judgement judgement;
    private final Progress progress;
    private final InstantSource clock;

    public Analysis(PhotoServer photos, KeeperRules rules, Progress progress, InstantSource clock) {
        this.photos = photos;
        this.judgement = new Judgement(rules);
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
                judgement.rules().text());
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
                        AnalyzedGroup analyzed = judgement.of(group.id(), Grounds.SERVER, members, albums);
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

    /** In the order of the group; should a server name one twice, it is one. */
    static Map<AssetId, RemoteAsset> byId(RemoteDuplicateGroup group) {
        Map<AssetId, RemoteAsset> byId = new LinkedHashMap<>();
        group.assets().forEach(asset -> byId.putIfAbsent(asset.id(), asset));
        return byId;
    }
}
