package app.heirloom.library.sync;

import app.heirloom.library.sync.entity.SyncEntity;
import java.io.IOException;

/** Takes a sync stream, entry by entry; it may take its time. */
public interface SyncSink {
    /** An entry: an asset, a {@link Deletion}, or one of the records named Synced. */
    void send(SyncEntity entity, Position position, Object what) throws IOException;

    /** Nothing to keep, but the client has come so far. */
    void advance(SyncEntity entity, Position position) throws IOException;

    /** The client must forget everything first. */
    void reset() throws IOException;
}
