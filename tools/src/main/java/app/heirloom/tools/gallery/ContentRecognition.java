package app.heirloom.tools.gallery;

import app.heirloom.library.gallery.Content;
import app.heirloom.library.gallery.ModelSet;
import java.nio.file.Path;

/** Lets models look at pictures. Safe for concurrent use. */
public interface ContentRecognition {
    /** Those that look. */
    ModelSet models();

    /**
     * Decodes the picture once and has every model look at it.
     *
     * @throws app.heirloom.library.error.HeirloomException UNREADABLE_MEDIA when it cannot be decoded
     */
    Look look(Path file);

    /** What the models made of a picture. */
    interface Look {
        /** How many faces were found. */
        int faces();

        /** Keeps all of it as what was made of the content; called inside a write. */
        void save(Content content);
    }

    /** For an index of files alone. */
    ContentRecognition NONE = new ContentRecognition() {
        @Override
        public ModelSet models() {
            return ModelSet.NONE;
        }

        @Override
        public Look look(Path file) {
            return new Look() {
                @Override
                public int faces() {
                    return 0;
                }

                @Override
                public void save(Content content) {
                    // nothing has looked
                }
            };
        }
    };
}
