package app.heirloom.library.tag;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.asset.access.OwnAssets;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What owners do with their tags, which are written to sidecars too. A tag of somebody else fails as NO_ACCESS, like one that does not exist. */
public final class Tags {
    private final TagRepository tags;
    private final TagGrowth growth;
    private final OwnAssets own;
    private final JobQueues queues;
    private final Transactions transactions;
    private final InstantSource clock;

    public Tags(
            TagRepository tags,
            TagGrowth growth,
            OwnAssets own,
            JobQueues queues,
            Transactions transactions,
            InstantSource clock) {
        this.tags = tags;
        this.growth = growth;
        this.own = own;
        this.queues = queues;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All of the caller's tags, ordered by path. */
    public List<Tag> list(Caller caller) {
        return transactions.read(() -> tags.list(caller.id()));
    }

    public Tag get(Caller caller, TagId id) {
        return transactions.read(() -> find(caller, id, Permission.TAG_READ));
    }

    /** The tags on an asset; nobody but its owner sees them. */
    public List<Tag> listOf(Caller caller, Asset asset) {
        boolean isOwn = caller.isUser() && asset.owner().equals(caller.id());
        return isOwn ? transactions.read(() -> tags.list(asset.id())) : List.of();
    }

    /** Makes a tag, below the parent if there is one; fails as INVALID when it exists. */
    public Tag create(Caller caller, String name, Optional<TagId> parent, @Nullable TagColor color) {
        return transactions.write(() -> {
            TagPath path = parent.map(id -> find(caller, id, Permission.TAG_READ))
                    .map(above -> above.label().path().child(name))
                    .orElseGet(() -> TagPath.parse(name));
            refuseExisting(caller, path);
            Tag made = growth.grow(caller.id(), path);
            return color == null ? made : save(made, made.label().withColor(color));
        });
    }

    /** The tags with these paths, in that order; those that do not exist are made, and their parents. */
    public List<Tag> upsert(Caller caller, List<TagPath> paths) {
        return transactions.write(
                () -> paths.stream().map(path -> growth.grow(caller.id(), path)).toList());
    }

    /**
     * Changes the tag's label; where it names the tag anew, the paths of all below it change too.
     *
     * @throws app.heirloom.library.error.HeirloomException INVALID when the new path is taken
     */
    public Tag update(Caller caller, TagId id, UnaryOperator<TagLabel> change) {
        return transactions.write(() -> {
            Tag tag = find(caller, id, Permission.TAG_UPDATE);
            TagLabel label = change.apply(tag.label());
            TagPath from = tag.label().path();
            if (!label.path().equals(from)) {
                refuseExisting(caller, label.path());
                withSidecars(tags.listAssets(caller.id(), from));
                tags.moveDescendants(caller.id(), from, label.path(), clock.instant());
            }
            return label.equals(tag.label()) ? tag : save(tag, label);
        });
    }

    /** Removes the tag with all below it; the assets stay. */
    public void delete(Caller caller, TagId id) {
        transactions.run(() -> {
            Tag tag = find(caller, id, Permission.TAG_DELETE);
            withSidecars(tags.listAssets(caller.id(), tag.label().path()));
            tags.remove(id);
        });
    }

    /** Puts the tag on assets; tells for each, in the order given, how it went. */
    public List<Outcome> attach(Caller caller, TagId id, List<AssetId> assets) {
        return transactions.write(() -> {
            find(caller, id, Permission.TAG_ASSET);
            Set<AssetId> reachable = reachable(caller, assets);
            return report(assets, reachable, withSidecars(tags.attach(id, reachable)), Outcome.Refusal.DUPLICATE);
        });
    }

    /** Takes the tag off assets; tells for each, in the order given, how it went. */
    public List<Outcome> detach(Caller caller, TagId id, List<AssetId> assets) {
        return transactions.write(() -> {
            find(caller, id, Permission.TAG_ASSET);
            Set<AssetId> reachable = reachable(caller, assets);
            return report(assets, reachable, withSidecars(tags.detach(id, reachable)), Outcome.Refusal.NOT_FOUND);
        });
    }

    /** Puts each tag on each asset, as far as they are the caller's, and returns how often it was not there yet. */
    public int attachAll(Caller caller, Collection<TagId> ids, Collection<AssetId> assets) {
        return transactions.write(() -> {
            Set<AssetId> reachable = reachable(caller, assets);
            return tags.filter(caller.id(), ids).stream()
                    .mapToInt(id -> withSidecars(tags.attach(id, reachable)).size())
                    .sum();
        });
    }

    /** Has the sidecars of these assets written. */
    private Set<AssetId> withSidecars(Set<AssetId> assets) {
        assets.forEach(asset -> queues.add(JobType.SIDECAR_WRITING, asset.value()));
        return assets;
    }

    private Tag find(Caller caller, TagId id, Permission permission) {
        return tags.find(id)
                .filter(tag -> tag.owner().equals(caller.id()))
                .orElseThrow(
                        () -> ErrorCode.NO_ACCESS.exception("Not found or no " + permission.dottedName() + " access"));
    }

    private void refuseExisting(Caller caller, TagPath path) {
        if (tags.find(caller.id(), path).isPresent()) {
            throw ErrorCode.INVALID.exception("A tag with that name already exists: " + path);
        }
    }

    private Tag save(Tag tag, TagLabel label) {
        Instant now = clock.instant();
        Tag saved = new Tag(tag.id(), tag.owner(), tag.parent(), label, tag.created(), now);
        tags.save(saved);
        return saved;
    }

    private Set<AssetId> reachable(Caller caller, Collection<AssetId> assets) {
        return own.filter(caller, assets).stream().map(Asset::id).collect(Collectors.toSet());
    }

    private static List<Outcome> report(
            List<AssetId> asked, Set<AssetId> reachable, Set<AssetId> changed, Outcome.Refusal unchanged) {
        Set<AssetId> left = new HashSet<>(changed);
        return asked.stream()
                .map(id -> {
                    if (left.remove(id)) {
                        return Outcome.changed(id.value());
                    }
                    return Outcome.refused(
                            id.value(), reachable.contains(id) ? unchanged : Outcome.Refusal.NO_PERMISSION);
                })
                .toList();
    }
}
