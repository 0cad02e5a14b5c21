package app.heirloom.tools.duplicates;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.duplicate.KeeperCandidate;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.duplicate.merge.MetadataConflict;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.duplicate.RemoteDuplicateGroup;
import app.heirloom.library.user.Permission;
import app.heirloom.tools.Progress;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;

/** Finds duplicate groups by which people can try out what happens to theirs, kind by kind. */
public final class CandidateSearch {
    private static final Set<Permission> NEEDED = Set.of(Permission.DUPLICATE_READ, Permission.ASSET_READ);

    private final PhotoServer photos;
    private final Progress progress;
    private final InstantSource clock;

    /** A group, shown by its winner's file name. */
    public record Found(DuplicateGroupId group, String fileName, int assets) {}

    public CandidateSearch(PhotoServer photos, Progress progress, InstantSource clock) {
        this.photos = photos;
        this.progress = progress;
        this.clock = clock;
    }

    /** The groups of each kind, in the server's order; a kind that there is no group of has an empty list. */
    public Map<Scenario, List<Found>> run(Collection<Scenario> wanted) {
        photos.account().require(NEEDED);
        Map<Scenario, List<Found>> found = new EnumMap<>(Scenario.class);
        wanted.forEach(scenario -> found.put(scenario, new ArrayList<>()));
        int year = clock.instant().atOffset(ZoneOffset.UTC).getYear();
        progress.during(
                "Reading duplicate groups",
                "groups",
                OptionalLong.empty(),
                () -> photos.duplicates().forEach(group -> {
                    if (!group.assets().isEmpty()) {
                        sort(look(group, year), group.id(), found);
                    }
                    progress.advance(1);
                }));
        return found;
    }

    private static void sort(ScenarioGroup seen, DuplicateGroupId id, Map<Scenario, List<Found>> found) {
        var entry = new Found(id, seen.ranked().getFirst().original().fileName(), seen.size());
        found.forEach((scenario, groups) -> {
            if (scenario.holds(seen)) {
                groups.add(entry);
            }
        });
    }

    static ScenarioGroup look(RemoteDuplicateGroup group, int year) {
        Map<AssetId, RemoteAsset> byId = Analysis.byId(group);
        List<RemoteAsset> ranked = KeeperRules.DEFAULT
                .choose(byId.values().stream()
                        .map(asset -> Judgement.candidate(asset, Map.of()))
                        .toList())
                .ranked()
                .stream()
                .map(KeeperCandidate::id)
                .map(id -> Objects.requireNonNull(byId.get(id)))
                .toList();
        return new ScenarioGroup(
                ranked,
                MetadataConflict.among(ranked.stream().map(RemoteAsset::exif).toList()),
                year);
    }
}
