package app.heirloom.library.sync;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.event.ChangeId;
import app.heirloom.library.sync.entity.SyncEntity;
import app.heirloom.library.sync.entity.SyncedExif;
import app.heirloom.library.user.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The part of a sync stream that concerns the albums which the user has joined.
 *
 * <p>An album that is older than its new member holds entries older than what the member's client has acknowledged; these
 * are sent again, as a backfill, album by album in the order of joining.
 */
final class AlbumStream {
    private final AlbumSyncRepository repository;
    private final Session session;
    private final ChangeId now;
    private final Portions portions;
    private final Checkpoints checkpoints;
    private final AlbumScope.Joined joined;

    AlbumStream(
            AlbumSyncRepository repository, Session session, ChangeId now, Portions portions, Checkpoints checkpoints) {
        this.repository = repository;
        this.session = session;
        this.now = now;
        this.portions = portions;
        this.checkpoints = checkpoints;
        this.joined = new AlbumScope.Joined(session.user(), now);
    }

    /** Lists entries of albums. */
    private interface Source<T> {
        List<Change<T>> list(AlbumScope scope, ChangeRange range);
    }

    /** Lists entries of albums that changed after they were added. */
    private interface UpdateSource<T> {
        List<Change<T>> list(AlbumScope.Joined scope, ChangeId addedUpTo, ChangeRange range);
    }

    /**
     * An album may be left and joined again, but not within what is read: only members from before count. So an album
     * that changed meanwhile takes the client only to where the stream began, since others may have been joined before
     * that change; it is sent again with the next visit.
     */
    void sendAlbums(SyncEntity entity) throws IOException {
        portions.send(SyncEntity.ALBUM_DELETION, now, range -> repository.listLeft(session.user(), range));
        Position reached = portions.reached(entity);
        portions.forEach(
                reached == null ? ChangeId.NONE : reached.change(),
                ChangeRange.END,
                (ChangeRange range) -> repository.listAlbums(joined, range),
                change -> {
                    ChangeId position = change.id().compareTo(now) < 0 ? change.id() : now;
                    portions.sink().send(entity, Position.at(position), change.what());
                });
    }

    void sendUsers() throws IOException {
        sendDeletions(SyncEntity.ALBUM_USER_DELETION, Deletable.ALBUM_USER);
        backfill(SyncEntity.ALBUM_USER, SyncEntity.ALBUM_USER_BACKFILL, repository::listUsers);
        portions.send(SyncEntity.ALBUM_USER, now, range -> repository.listUsers(joined, range));
    }

    void sendLinks() throws IOException {
        sendDeletions(SyncEntity.ALBUM_LINK_DELETION, Deletable.ALBUM_ASSET);
        backfill(SyncEntity.ALBUM_LINK, SyncEntity.ALBUM_LINK_BACKFILL, repository::listLinks);
        portions.send(SyncEntity.ALBUM_LINK, now, range -> repository.listLinks(joined, range));
    }

    void sendAssets() throws IOException {
        Source<Asset> source = repository::listAssets;
        backfill(SyncEntity.ALBUM_ASSET, SyncEntity.ALBUM_ASSET_BACKFILL, source);
        update(SyncEntity.ALBUM_ASSET, SyncEntity.ALBUM_ASSET_UPDATE, repository::listUpdatedAssets);
        add(SyncEntity.ALBUM_ASSET, SyncEntity.ALBUM_ASSET_UPDATE, source);
    }

    void sendExifs() throws IOException {
        Source<SyncedExif> source = repository::listExifs;
        backfill(SyncEntity.ALBUM_EXIF, SyncEntity.ALBUM_EXIF_BACKFILL, source);
        update(SyncEntity.ALBUM_EXIF, SyncEntity.ALBUM_EXIF_UPDATE, repository::listUpdatedExifs);
        add(SyncEntity.ALBUM_EXIF, SyncEntity.ALBUM_EXIF_UPDATE, source);
    }

    private void sendDeletions(SyncEntity entity, Deletable what) throws IOException {
        portions.send(entity, now, range -> repository.listDeletions(what, joined, range));
    }

    private <T> void backfill(SyncEntity entity, SyncEntity backfill, Source<T> source) throws IOException {
        Position done = portions.reached(backfill);
        List<Change<AlbumId>> albums = joinedSince(done == null ? Position.START : done);
        if (albums.isEmpty()) {
            return;
        }
        Position reached = portions.reached(entity);
        if (reached == null) {
            // Everything is still to come in its order; albums joined from now on are what needs a backfill.
            checkpoints.save(
                    session.id(),
                    Map.of(backfill, Position.completed(albums.getLast().id())));
            return;
        }
        ChangeId end = reached.change().next();
        for (Change<AlbumId> album : albums) {
            var scope = new AlbumScope.One(session.user(), album.what());
            ChangeId begin = done != null && done.change().equals(album.id()) && done.within() != null
                    ? done.within()
                    : ChangeId.NONE;
            portions.forEach(
                    begin,
                    end,
                    (ChangeRange range) -> source.list(scope, range),
                    change -> portions.sink().send(backfill, Position.within(album.id(), change.id()), change.what()));
            portions.sink().advance(backfill, Position.completed(album.id()));
        }
    }

    /** The albums whose backfill is not complete, by when they were joined. */
    private List<Change<AlbumId>> joinedSince(Position done) throws IOException {
        List<Change<AlbumId>> albums = new ArrayList<>();
        Function<ChangeRange, List<Change<AlbumId>>> source = range -> repository.listJoined(session.user(), range);
        portions.forEach(ChangeId.NONE, now, source, album -> {
            int order = album.id().compareTo(done.change());
            if (order > 0 || (order == 0 && !done.complete())) {
                albums.add(album);
            }
        });
        return albums;
    }

    private <T> void update(SyncEntity entity, SyncEntity update, UpdateSource<T> source) throws IOException {
        Position reached = portions.reached(entity);
        if (reached != null) {
            portions.send(update, now, range -> source.list(joined, reached.change(), range));
        }
    }

    /** What is added is sent as it is now, so no update from before is of interest any more. */
    private <T> void add(SyncEntity entity, SyncEntity update, Source<T> source) throws IOException {
        Position reached = portions.reached(entity);
        boolean[] isFirst = {true};
        portions.forEach(
                reached == null ? ChangeId.NONE : reached.change(),
                now,
                (ChangeRange range) -> source.list(joined, range),
                change -> {
                    if (isFirst[0]) {
                        isFirst[0] = false;
                        portions.sink().advance(update, Position.at(now));
                    }
                    portions.sink().send(entity, Position.at(change.id()), change.what());
                });
    }
}
