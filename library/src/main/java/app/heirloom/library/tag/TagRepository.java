package app.heirloom.library.tag;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.metadata.sidecar.AttachedTags;
import app.heirloom.library.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tags and the assets that they are on. */
public interface TagRepository extends AttachedTags {
    Optional<Tag> find(TagId id);

    Optional<Tag> find(UserId owner, TagPath path);

    /** All of the owner's tags, ordered by path. */
    List<Tag> list(UserId owner);

    /** The tags that the asset has, ordered by path. */
    List<Tag> list(AssetId asset);

    @Override
    default List<String> listPaths(AssetId asset) {
        return list(asset).stream().map(tag -> tag.label().path().value()).toList();
    }

    /** The assets that have the owner's tag with the path, or one below it. */
    Set<AssetId> listAssets(UserId owner, TagPath path);

    /** Those of the tags that belong to the owner. */
    Set<TagId> filter(UserId owner, Collection<TagId> ids);

    void add(Tag tag);

    /** Writes the label; the caller sees to it that no other tag of the owner has its path. */
    void save(Tag tag);

    /** Gives all below the old path a place below the new one. */
    void moveDescendants(UserId owner, TagPath from, TagPath to, Instant updated);

    /** Removes the tag with all below it. */
    void remove(TagId id);

    /** Puts the tag on the assets and returns those that did not have it. */
    Set<AssetId> attach(TagId id, Collection<AssetId> assets);

    /** Takes the tag off the assets and returns those that had it. */
    Set<AssetId> detach(TagId id, Collection<AssetId> assets);

    /** Removes up to so many tags that are on no asset and have none below them; returns how many. */
    int removeUnused(int limit);
}
