package app.heirloom.tools.finding;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.tools.Progress;
import app.heirloom.tools.duplicates.AnalysisHeader;
import app.heirloom.tools.duplicates.AnalysisSummary;
import app.heirloom.tools.duplicates.AnalyzedGroup;
import app.heirloom.tools.duplicates.Judgement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Finds duplicates by what the photos themselves show and decides which of each group to keep. Changes nothing. */
public final class DuplicateSearch {
    private static final int LEAST = 2;

    private final PhotoSource photos;
    private final Tier tier;
    private final Judgement judgement;
    private final Sight sight;
    private final Progress progress;

    public DuplicateSearch(PhotoSource photos, Tier tier, KeeperRules rules, Sight sight, Progress progress) {
        this.photos = photos;
        this.tier = tier;
        this.judgement = new Judgement(rules);
        this.sight = sight;
        this.progress = progress;
    }

    /**
     * What was found.
     *
     * @param unseen photos of which only the bytes could be compared, since there is no picture of them
     */
    public record Summary(AnalysisSummary groups, long unseen) {}

    /** What is to be analysed; fails as FORBIDDEN when the source does not allow it. */
    public AnalysisHeader header() {
        return photos.header(tier, judgement.rules());
    }

    /**
     * Hands the groups over in the order of their first members.
     *
     * @param dismissed groups that are left out, since somebody said that they are no duplicates
     */
    public Summary run(Set<DuplicateGroupId> dismissed, Consumer<AnalyzedGroup> action) {
        List<ListedAsset> assets = photos.list(progress);
        if (tier == Tier.EXACT) {
            var comparison = new Comparison(assets, asset -> Optional.empty());
            return new Summary(judge(wanted(comparison, dismissed), action), 0);
        }
        Path file = sight.cache().resolve("fingerprints-" + header().user());
        try (FingerprintCache cache = FingerprintCache.open(file)) {
            long unseen = look(assets, cache);
            var comparison =
                    new Comparison(assets, asset -> asset.picture() ? cache.find(asset.content()) : Optional.empty());
            return new Summary(judge(wanted(comparison, dismissed), action), unseen);
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

    private List<Comparison.Group> wanted(Comparison comparison, Set<DuplicateGroupId> dismissed) {
        return comparison.groups(tier, progress).stream()
                .filter(group -> !dismissed.contains(idOf(group)))
                .toList();
    }

    private AnalysisSummary judge(List<Comparison.Group> groups, Consumer<AnalyzedGroup> action) {
        var tally = new Object() {
            AnalysisSummary summary = AnalysisSummary.NOTHING;
        };
        progress.during(
                "Reading groups",
                "groups",
                OptionalLong.of(groups.size()),
                () -> groups.forEach(group -> {
                    Optional<AnalyzedGroup> analyzed = judge(group);
                    tally.summary = analyzed.map(tally.summary::plus).orElseGet(tally.summary::plusSingle);
                    analyzed.ifPresent(action);
                    progress.advance(1);
                }));
        return tally.summary;
    }

    /** Empty when fewer than two are still there. */
    private Optional<AnalyzedGroup> judge(Comparison.Group group) {
        List<PhotoSource.Member> members = group.members().stream()
                .map(member -> photos.find(member.id()))
                .flatMap(Optional::stream)
                .toList();
        if (members.size() < LEAST) {
            return Optional.empty();
        }
        Map<AssetId, List<String>> albums = members.stream()
                .collect(Collectors.toMap(member -> member.asset().id(), PhotoSource.Member::albums));
        return Optional.of(judgement.of(
                idOf(group),
                group.grounds(),
                members.stream().map(PhotoSource.Member::asset).toList(),
                albums));
    }

    /** Servers know no group of these; the same assets have the same id every time. */
    private static DuplicateGroupId idOf(Comparison.Group group) {
        String text = group.members().stream()
                .map(member -> member.id().toString())
                .sorted()
                .collect(Collectors.joining(" "));
        return new DuplicateGroupId(UUID.nameUUIDFromBytes(("found " + text).getBytes(StandardCharsets.UTF_8)));
    }
}
