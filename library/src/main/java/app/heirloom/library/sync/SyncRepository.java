package app.heirloom.library.sync;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.event.ChangeId;
import app.heirloom.library.sync.entity.SyncedAssetDocument;
import app.heirloom.library.sync.entity.SyncedExif;
import app.heirloom.library.sync.entity.SyncedFace;
import app.heirloom.library.sync.entity.SyncedPerson;
import app.heirloom.library.sync.entity.SyncedStack;
import app.heirloom.library.sync.entity.SyncedTextLine;
import app.heirloom.library.sync.entity.SyncedUser;
import app.heirloom.library.sync.entity.SyncedUserDocument;
import app.heirloom.library.user.UserId;
import java.util.List;
import java.util.Optional;

/** What changed of a user's own. Every list begins with the oldest change. */
public interface SyncRepository {
    /** An id that all later changes exceed and no earlier one; call it inside a write. */
    ChangeId now();

    List<Change<SyncedUser>> listUsers(ChangeRange range);

    /** The user itself, when it changed. */
    List<Change<SyncedUser>> listSelf(UserId self, ChangeRange range);

    List<Change<Asset>> listAssets(UserId owner, ChangeRange range);

    List<Change<SyncedExif>> listExifs(UserId owner, ChangeRange range);

    Optional<SyncedExif> findExif(AssetId asset);

    List<Change<SyncedStack>> listStacks(UserId owner, ChangeRange range);

    List<Change<SyncedTextLine>> listTexts(UserId owner, ChangeRange range);

    List<Change<SyncedPerson>> listPeople(UserId owner, ChangeRange range);

    List<Change<SyncedFace>> listFaces(UserId owner, ChangeRange range);

    List<Change<SyncedUserDocument>> listUserDocuments(UserId owner, ChangeRange range);

    List<Change<SyncedAssetDocument>> listAssetDocuments(UserId owner, ChangeRange range);

    List<Change<Deletion>> listDeletions(Deletable what, UserId scope, ChangeRange range);

    /** Forgets what was deleted before. */
    void forgetDeletions(ChangeId before);
}
