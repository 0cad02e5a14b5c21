package app.heirloom.library.asset;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What hangs on an asset without being part of it. Nothing is ever taken away from where it is copied from. */
public interface AssetRelations {
    /** The kinds of relation there are. */
    enum Relation {
        /** The albums that it is in. */
        ALBUMS,
        TAGS,
        /** The links by which single assets are shared. */
        SHARED_LINKS,
        /** Faces with their persons; the boxes are scaled, and a face or person that is known there is not repeated. */
        FACES,
        /**
         * The stack that it is in, in which the target takes the lead from the source. Where both are in one, the two
         * become one, led as the target's was.
         */
        STACK
    }

    /** What a copy can give. The names are stored: never rename one. */
    enum GiftKind {
        ALBUM,
        TAG,
        SHARED_LINK,
        /** A face that was not there. */
        FACE,
        /** A face that was there learned whose it is. */
        PERSON
    }

    /**
     * One thing that a copy gave to its target.
     *
     * @param id of the album, tag, link or face
     * @param person whose face it is; null for other kinds, and for a face of nobody
     */
    record Gift(GiftKind kind, UUID id, @Nullable UUID person) {}

    /**
     * One thing that hangs on an asset.
     *
     * @param id of the album, tag, link, person or stack
     * @param name as people call it; empty when it has none
     */
    record Held(AssetId asset, Relation relation, UUID id, String name) {}

    /** All that hangs on the assets. Faces that nobody has a person for, or that are hidden, are left out. */
    List<Held> list(Collection<AssetId> assets);

    /**
     * Gives the target what the sources have of these kinds, besides what it has itself.
     *
     * @return what it was given, apart from the stack
     */
    List<Gift> copy(Collection<Relation> relations, Collection<AssetId> sources, AssetId target);

    /**
     * Takes gifts away from the target again.
     *
     * @return those that were there still, as they had been given
     */
    List<Gift> takeBack(Collection<Gift> gifts, AssetId target);
}
