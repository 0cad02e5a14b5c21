package app.heirloom.tools.identities.people;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.identity.SetFace;
import app.heirloom.library.remote.person.RemoteFace;
import app.heirloom.library.remote.person.RemotePerson;
import org.jspecify.annotations.Nullable;

/** A face of a set, and the one that a photo server found in the same place of the same picture. */
record FaceMatch(SetFace face, AssetId asset, RemoteFace there) {
    @Nullable
    RemotePerson person() {
        return there.person();
    }
}
