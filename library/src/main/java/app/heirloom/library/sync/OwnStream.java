package app.heirloom.library.sync;

import app.heirloom.library.event.ChangeId;
import app.heirloom.library.sync.entity.SyncEntity;
import app.heirloom.library.user.UserId;
import java.io.IOException;

/**
 * The part of a sync stream that concerns what belongs to the user.
 *
 * <p>What other entries refer to is read to its very end, not only to where the stream began: had it changed meanwhile,
 * the client would otherwise receive, say, metadata of an asset that it is not told of before its next visit. That is
 * safe where an id that was deleted never comes back. Documents do come back under their key, and texts under their asset,
 * so theirs end where the stream began, as deletions do.
 */
final class OwnStream {
    private final SyncRepository repository;
    private final UserId user;
    private final ChangeId now;
    private final Portions portions;

    OwnStream(SyncRepository repository, UserId user, ChangeId now, Portions portions) {
        this.repository = repository;
        this.user = user;
        this.now = now;
        this.portions = portions;
    }

    void sendSelf() throws IOException {
        portions.send(SyncEntity.SELF, now, range -> repository.listSelf(user, range));
    }

    void sendUsers() throws IOException {
        sendDeletions(SyncEntity.USER_DELETION, Deletable.USER);
        portions.send(SyncEntity.USER, ChangeRange.END, repository::listUsers);
    }

    void sendAssets() throws IOException {
        sendDeletions(SyncEntity.ASSET_DELETION, Deletable.ASSET);
        portions.send(SyncEntity.ASSET, ChangeRange.END, range -> repository.listAssets(user, range));
    }

    void sendStacks() throws IOException {
        sendDeletions(SyncEntity.STACK_DELETION, Deletable.STACK);
        portions.send(SyncEntity.STACK, ChangeRange.END, range -> repository.listStacks(user, range));
    }

    void sendExifs() throws IOException {
        portions.send(SyncEntity.EXIF, now, range -> repository.listExifs(user, range));
    }

    void sendTexts() throws IOException {
        sendDeletions(SyncEntity.TEXT_DELETION, Deletable.TEXT);
        portions.send(SyncEntity.TEXT, now, range -> repository.listTexts(user, range));
    }

    void sendPeople() throws IOException {
        sendDeletions(SyncEntity.PERSON_DELETION, Deletable.PERSON);
        portions.send(SyncEntity.PERSON, ChangeRange.END, range -> repository.listPeople(user, range));
    }

    void sendFaces() throws IOException {
        sendDeletions(SyncEntity.FACE_DELETION, Deletable.FACE);
        portions.send(SyncEntity.FACE, now, range -> repository.listFaces(user, range));
    }

    void sendUserDocuments() throws IOException {
        sendDeletions(SyncEntity.USER_DOCUMENT_DELETION, Deletable.USER_DOCUMENT);
        portions.send(SyncEntity.USER_DOCUMENT, now, range -> repository.listUserDocuments(user, range));
    }

    void sendAssetDocuments() throws IOException {
        sendDeletions(SyncEntity.ASSET_DOCUMENT_DELETION, Deletable.ASSET_DOCUMENT);
        portions.send(SyncEntity.ASSET_DOCUMENT, now, range -> repository.listAssetDocuments(user, range));
    }

    private void sendDeletions(SyncEntity entity, Deletable what) throws IOException {
        portions.send(entity, now, range -> repository.listDeletions(what, user, range));
    }
}
