package app.heirloom.library.recognition.detection;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.user.UserId;
import java.util.List;
import java.util.Optional;

/** What models saw in contents, and which assets show it. */
public interface DetectionRepository {
    /** What the model saw; empty when it has not looked. */
    Optional<List<Detection>> find(Checksum content, ModelId model);

    /** Writes down what the model saw, in the place of what it saw before. */
    List<Detection> save(Checksum content, ModelId model, List<Sighting> seen);

    /** All faces on the asset, hidden ones included. */
    List<KnownFace> listFaces(AssetId asset);

    /** The face is this one of what a model saw. */
    void attach(FaceId face, long detection);

    /** No model sees the face. */
    void detach(FaceId face);

    /** The assets with this content that show what some model saw. */
    List<AssetId> listShowing(Checksum content);

    /** The asset shows what the model saw; what another one saw goes, unless another asset shows it still. */
    void show(AssetId asset, ModelId model);

    /** The next assets that the model could look at and that do not show what it saw, in the order of their ids. */
    List<AssetId> listUnseen(ModelId model, AssetId after, int limit);

    /** Whether the user wants no model to look for faces. */
    boolean isRefused(UserId user);

    void refuse(UserId user);

    void permit(UserId user);

    /**
     * Forgets what models saw in the owner's assets: their faces, but for those that somebody named, and all embeddings
     * that no other user's asset shows.
     */
    void forget(UserId owner);
}
