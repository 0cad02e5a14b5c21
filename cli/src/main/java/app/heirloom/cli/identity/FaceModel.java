package app.heirloom.cli.identity;

import app.heirloom.cli.distribution.Decoder;
import app.heirloom.cli.model.FacePack;
import app.heirloom.inference.Inference;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.media.Media;
import app.heirloom.tools.identities.embedding.PictureSight;
import picocli.CommandLine.Mixin;

/** Which model looks at pictures, and what decodes them. */
final class FaceModel {
    @Mixin
    private FacePack pack = new FacePack();

    @Mixin
    private Decoder decoder = new Decoder();

    /** What looks, until it is closed. */
    record Opened(Inference inference, Media media) implements AutoCloseable {
        PictureSight sight() {
            return new PictureSight(media.pictures(), media.metadata(), inference.faceFinder());
        }

        @Override
        public void close() {
            media.close();
            inference.close();
        }
    }

    /** Fails as NOT_FOUND when the pack's files are not here, and tells how to get them. */
    Opened open() {
        Inference inference = Inference.load(pack.get(), pack.folder());
        try {
            return new Opened(inference, media());
        } catch (RuntimeException e) {
            inference.close();
            throw e;
        }
    }

    /** What decodes pictures, without a model. */
    Media media() {
        return decoder.open();
    }

    /** Whose embeddings these are, whether its files are here or not. */
    ModelId model() {
        return pack.get().id();
    }
}
