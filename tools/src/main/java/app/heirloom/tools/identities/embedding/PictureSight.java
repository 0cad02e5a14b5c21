package app.heirloom.tools.identities.embedding;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.embedding.PictureReader;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.face.FaceFinder;
import app.heirloom.library.face.FaceFinder.Found;
import app.heirloom.library.metadata.extraction.MetadataReader;
import java.nio.file.Path;
import java.util.List;

/** Looks at files: decodes, finds faces, makes their embeddings. Safe for concurrent use. */
public record PictureSight(PictureReader pictures, MetadataReader metadata, FaceFinder finder) {
    ModelId model() {
        return finder.model();
    }

    /**
     * What is in the picture.
     *
     * @throws app.heirloom.library.error.HeirloomException UNREADABLE_MEDIA when it cannot be decoded
     */
    PictureLook look(String sha256, Path file) {
        Picture picture = pictures.read(file, finder.longestSide());
        Dimensions original = originalSize(file, picture);
        float scale = Math.max(1, (float) original.width() / picture.width());
        List<Found> faces = finder.find(picture, scale).stream()
                .map(found -> new Found(found.face().scaled(scale), found.quality(), found.embedding()))
                .toList();
        return new PictureLook(sha256, original.width(), original.height(), faces);
    }

    private Dimensions originalSize(Path file, Picture picture) {
        Dimensions size = null;
        try {
            size = metadata.read(file, AssetType.IMAGE, null).exif().frame().upright();
        } catch (HeirloomException e) {
            if (e.code() != ErrorCode.UNREADABLE_MEDIA) {
                throw e;
            }
        }
        return size != null && size.width() >= picture.width() && size.height() >= picture.height()
                ? size
                : new Dimensions(picture.width(), picture.height());
    }
}
