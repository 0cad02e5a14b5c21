package app.heirloom.library.person;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.user.UserId;
import java.util.Collection;

/** Hears of what was done to faces by hand or by a file, inside the write that does it. */
public interface FaceWatch {
    /** For servers that recognise nobody. */
    FaceWatch NONE = new FaceWatch() {
        @Override
        public void decided(UserId owner, Collection<FaceId> faces) {
            // nobody gathers people
        }

        @Override
        public void gone(UserId owner) {
            // nobody knows them
        }

        @Override
        public void missed() {
            // nobody looks
        }

        @Override
        public void placed(AssetId asset) {
            // nobody finds faces
        }
    };

    /** Somebody said whose these faces are, or are not; people have to be gathered anew around them. */
    void decided(UserId owner, Collection<FaceId> faces);

    /** Faces on the owner's assets are gone, or seen by no model any more. */
    void gone(UserId owner);

    /** There are assets in which faces may be looked for that were left out so far. */
    void missed();

    /** The asset was given faces, which a model may have found there too. */
    void placed(AssetId asset);
}
