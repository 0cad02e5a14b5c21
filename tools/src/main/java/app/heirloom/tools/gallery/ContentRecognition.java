package app.heirloom.tools.gallery;

import app.heirloom.library.gallery.Content;
import app.heirloom.library.gallery.ModelSet;
import java.nio.file.Path;

/** Lets models look at contents and keeps what they make of them. Safe for concurrent use. */
public interface ContentRecognition {
    /** Those that look. */
    ModelSet models();

    /**
     * Decodes the picture once and keeps what every model makes of it; when this returns it is durable.
     *
     * @return how many faces were found
     * @throws app.heirloom.library.error.HeirloomException UNREADABLE_MEDIA when it cannot be decoded
     */
    int recognize(Path file, Content content);

    /** For an index of files alone. */
    ContentRecognition NONE = new ContentRecognition() {
        @Override
        public ModelSet models() {
            return ModelSet.NONE;
        }

        @Override
        public int recognize(Path file, Content content) {
            return 0;
        }
    };
}
