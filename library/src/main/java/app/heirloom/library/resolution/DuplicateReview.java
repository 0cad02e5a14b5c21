package app.heirloom.library.resolution;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations;
import app.heirloom.library.asset.AssetRelations.Held;
import app.heirloom.library.asset.AssetRelations.Relation;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.duplicate.DuplicateGroup;
import app.heirloom.library.duplicate.DuplicateRepository;
import app.heirloom.library.duplicate.KeeperCandidate;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.duplicate.merge.MetadataConflict;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.ExifRepository;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows owners their duplicate groups, a page at a time, with the asset to keep and why. */
public final class DuplicateReview {
    private final DuplicateRepository duplicates;
    private final AssetRepository assets;
    private final ExifRepository exifs;
    private final AssetRelations relations;
    private final Transactions transactions;

    /** An asset with what is known of it. */
    public record Member(Asset asset, Exif exif) {}

    /**
     * A group as it is judged.
     *
     * @param members the one to keep comes first
     * @param reason why it is kept, to be read after "kept because"
     * @param conflicts what the members contradict each other about, so that somebody should look
     */
    public record Case(DuplicateGroupId group, List<Member> members, String reason, List<MetadataConflict> conflicts) {}

    /**
     * Some groups.
     *
     * @param total how many groups there are in all
     * @param last after which the next page begins; empty when there is none
     */
    public record Page(long total, List<Case> cases, Optional<DuplicateGroupId> last) {}

    public DuplicateReview(
            DuplicateRepository duplicates,
            AssetRepository assets,
            ExifRepository exifs,
            AssetRelations relations,
            Transactions transactions) {
        this.duplicates = duplicates;
        this.assets = assets;
        this.exifs = exifs;
        this.relations = relations;
        this.transactions = transactions;
    }

    /** The groups after this one, judged by these rules. */
    public Page list(Caller caller, KeeperRules rules, Optional<DuplicateGroupId> after, int limit) {
        return transactions.read(() -> {
            List<DuplicateGroup> groups = duplicates.list(caller.id(), after, limit);
            List<AssetId> ids =
                    groups.stream().flatMap(group -> group.assets().stream()).toList();
            Map<AssetId, Member> members = members(ids);
            Map<AssetId, List<String>> albums = relations.list(ids).stream()
                    .filter(held -> held.relation() == Relation.ALBUMS)
                    .collect(Collectors.groupingBy(Held::asset, Collectors.mapping(Held::name, Collectors.toList())));
            return new Page(
                    duplicates.count(caller.id()),
                    groups.stream()
                            .map(group -> judge(group, members, albums, rules))
                            .toList(),
                    groups.size() < limit
                            ? Optional.empty()
                            : Optional.of(groups.getLast().id()));
        });
    }

    private Map<AssetId, Member> members(List<AssetId> ids) {
        Map<AssetId, Exif> known = exifs.list(ids);
        Map<AssetId, Member> members = new HashMap<>();
        assets.list(ids)
                .forEach(asset ->
                        members.put(asset.id(), new Member(asset, known.getOrDefault(asset.id(), Exif.UNKNOWN))));
        return members;
    }

    private static Case judge(
            DuplicateGroup group, Map<AssetId, Member> members, Map<AssetId, List<String>> albums, KeeperRules rules) {
        List<Member> found = group.assets().stream()
                .flatMap(id -> Stream.ofNullable(members.get(id)))
                .toList();
        KeeperRules.Choice choice = rules.choose(found.stream()
                .map(member -> KeeperCandidate.of(
                        member.asset(),
                        member.exif(),
                        albums.getOrDefault(member.asset().id(), List.of())))
                .toList());
        return new Case(
                group.id(),
                choice.ranked().stream()
                        .flatMap(candidate -> Stream.ofNullable(members.get(candidate.id())))
                        .toList(),
                choice.reason(),
                MetadataConflict.among(found.stream().map(Member::exif).toList()));
    }
}
