package app.heirloom.tools.identities.embedding;

import app.heirloom.library.embedding.ModelId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Pictures to be looked at, as workers see them. What a worker took is his until his lease is over; then another worker
 * gets it. Safe for concurrent use.
 */
public interface PictureQueue {
    /**
     * Some pictures.
     *
     * @param finished whether there is nothing left to do, for anybody; without pictures and not finished, others are at
     *     work, and may fail
     */
    record Portion(List<PictureTask> tasks, boolean finished) {
        public Portion {
            tasks = List.copyOf(tasks);
        }
    }

    /** A picture's file on this machine, which may be gone once this is closed. */
    interface LocalPicture extends AutoCloseable {
        Path file();

        @Override
        void close();
    }

    /** Which model's embeddings are wanted. */
    ModelId model();

    /** Takes up to so many pictures. */
    Portion take(String worker, int count);

    /** Makes the picture a file of this machine. */
    LocalPicture fetch(PictureTask task) throws IOException;

    /** Hands in what was found. What was handed in by another worker before is ignored. */
    void give(String worker, Findings findings);

    /** Says that the worker is alive. */
    void renew(String worker);
}
