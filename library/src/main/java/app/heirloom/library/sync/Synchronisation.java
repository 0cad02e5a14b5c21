package app.heirloom.library.sync;

import app.heirloom.library.event.ChangeId;
import app.heirloom.library.sync.entity.SyncEntity;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Session;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Tells clients what changed since they last acknowledged something. */
public final class Synchronisation {
    private final SyncRepository own;
    private final AlbumSyncRepository albums;
    private final Checkpoints checkpoints;
    private final Transactions transactions;
    private final int portion;

    /**
     * @param portion how many rows are read at once; between portions, neither rows nor a connection to the database are
     *     held
     */
    public Synchronisation(
            SyncRepository own,
            AlbumSyncRepository albums,
            Checkpoints checkpoints,
            Transactions transactions,
            int portion) {
        this.own = own;
        this.albums = albums;
        this.checkpoints = checkpoints;
        this.transactions = transactions;
        this.portion = portion;
    }

    /** Streams what the session's client lacks of the topics, or that it must start anew. */
    public void stream(Session session, Set<SyncTopic> topics, SyncSink sink) throws IOException {
        Map<SyncEntity, Position> reached = checkpoints.list(session.id());
        if (checkpoints.isResetDue(session, reached)) {
            sink.reset();
            return;
        }
        ChangeId now = transactions.write(own::now);
        var portions = new Portions(transactions, reached, portion, sink);
        var ownStream = new OwnStream(own, session.user(), now, portions);
        var albumStream = new AlbumStream(albums, session, now, portions, checkpoints);
        for (SyncTopic topic : EnumSet.copyOf(topics)) {
            send(topic, ownStream, albumStream);
        }
        sink.advance(SyncEntity.COMPLETE, Position.at(now));
    }

    private static void send(SyncTopic topic, OwnStream own, AlbumStream albums) throws IOException {
        switch (topic) {
            case SELF -> own.sendSelf();
            case USERS -> own.sendUsers();
            case ASSETS -> own.sendAssets();
            case STACKS -> own.sendStacks();
            case ALBUM_ASSETS -> albums.sendAssets();
            case ALBUMS_WITH_OWNER -> albums.sendAlbums(SyncEntity.ALBUM_WITH_OWNER);
            case ALBUMS -> albums.sendAlbums(SyncEntity.ALBUM);
            case ALBUM_USERS -> albums.sendUsers();
            case ALBUM_LINKS -> albums.sendLinks();
            case EXIFS -> own.sendExifs();
            case ALBUM_EXIFS -> albums.sendExifs();
            case TEXTS -> own.sendTexts();
            case PEOPLE -> own.sendPeople();
            case FACES -> own.sendFaces();
            case USER_DOCUMENTS -> own.sendUserDocuments();
            case ASSET_DOCUMENTS -> own.sendAssetDocuments();
        }
    }
}
