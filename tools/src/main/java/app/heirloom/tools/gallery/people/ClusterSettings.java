package app.heirloom.tools.gallery.people;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.recognition.gathering.GatheringSettings;

/**
 * How faces are clustered.
 *
 * @param model whose faces
 * @param scope which faces may move
 * @param gathering its likeness is from 0 to 1
 */
public record ClusterSettings(ModelId model, Scope scope, GatheringSettings gathering) {
    /** Which faces may move. Those that somebody said by hand whose they are never do. */
    public enum Scope {
        /** Those that are nobody's; they may become people that there are. */
        UNASSIGNED,
        /** Those that are nobody's, with none but each other. */
        UNASSIGNED_ALONE,
        ALL
    }

    public ClusterSettings {
        if (!(gathering.likeness() >= 0 && gathering.likeness() <= 1)) {
            throw ErrorCode.INVALID.exception(
                    "The threshold is a cosine similarity from 0 to 1, the higher the stricter, not "
                            + gathering.likeness());
        }
        if (gathering.leastFaces() < 1) {
            throw ErrorCode.INVALID.exception("At least 1 face makes a person, not " + gathering.leastFaces());
        }
    }
}
