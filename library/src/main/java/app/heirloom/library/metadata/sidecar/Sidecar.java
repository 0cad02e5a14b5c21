package app.heirloom.library.metadata.sidecar;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.metadata.FaceRegion;
import app.heirloom.library.metadata.MetadataEdits;
import java.util.List;
import java.util.Optional;

/**
 * What owners said about an asset, to be written beside it.
 *
 * @param faces absent when nothing is known of the picture, so that nothing can be said of its faces
 */
public record Sidecar(MetadataEdits edits, Tags tags, Optional<Faces> faces) {

    /**
     * The tags on an asset.
     *
     * @param paths their whole names, their hierarchy separated by {@code /}
     * @param complete whether the earlier sidecar has no other tags but those that were taken off, since it was read and no
     *     other program wrote it after that
     */
    public record Tags(List<String> paths, boolean complete) {
        public static final Tags NONE = new Tags(List.of(), false);

        public Tags {
            paths = List.copyOf(paths);
        }
    }

    /**
     * All faces that the library knows on a picture as it is stored.
     *
     * @param picture its size
     * @param known those of whom nobody said who they are, or which were taken away, have no name
     * @param complete whether the earlier sidecar names nobody else but those who were taken away for good, since no other
     *     program wrote it after it was read or written here
     */
    public record Faces(Dimensions picture, List<FaceRegion> known, boolean complete) {
        /** What is to be written. */
        public List<FaceRegion> named() {
            return known.stream().filter(region -> !region.name().isEmpty()).toList();
        }

        /** Whether this is no news: then it is known whether it is to be written. */
        public boolean knows(FaceRegion region) {
            return complete || known.stream().anyMatch(face -> face.overlap(region) >= FaceRegion.SAME_PLACE);
        }
    }

    /** Whether nobody said anything. */
    public boolean isSilent() {
        return edits.equals(MetadataEdits.NONE)
                && tags.paths().isEmpty()
                && faces.map(Faces::named).orElse(List.of()).isEmpty();
    }
}
