package app.heirloom.library.asset;

import java.util.Collection;

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

    /** Gives the target what the sources have of these kinds, besides what it has itself. */
    void copy(Collection<Relation> relations, Collection<AssetId> sources, AssetId target);
}
