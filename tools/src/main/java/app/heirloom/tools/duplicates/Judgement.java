package app.heirloom.tools.duplicates;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.duplicate.KeeperCandidate;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.duplicate.merge.MetadataConflict;
import app.heirloom.library.duplicate.merge.MetadataScore;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteOriginal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Decides which of several duplicates to keep, and says what there is to say of each. */
public record Judgement(KeeperRules rules) {
    /**
     * Judges two duplicates or more.
     *
     * @param albums names of the albums that assets are in; others are in none
     */
    public AnalyzedGroup of(
            DuplicateGroupId id, Grounds grounds, Collection<RemoteAsset> members, Map<AssetId, List<String>> albums) {
        Map<AssetId, RemoteAsset> byId = new LinkedHashMap<>();
        members.forEach(asset -> byId.put(asset.id(), asset));
        KeeperRules.Choice choice = rules.choose(
                members.stream().map(asset -> candidate(asset, albums)).toList());
        List<AnalyzedAsset> ranked = choice.ranked().stream()
                .map(candidate -> analyzed(Objects.requireNonNull(byId.get(candidate.id())), candidate.albums()))
                .toList();
        return new AnalyzedGroup(
                id,
                grounds,
                ranked.getFirst(),
                ranked.subList(1, ranked.size()),
                MetadataConflict.among(members.stream().map(RemoteAsset::exif).toList()),
                choice.reason());
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
