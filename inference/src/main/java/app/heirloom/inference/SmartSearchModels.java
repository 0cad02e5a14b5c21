package app.heirloom.inference;

import app.heirloom.inference.embedding.OnnxImageEmbedder;
import app.heirloom.inference.embedding.OnnxTextEmbedder;
import app.heirloom.inference.pack.ModelFile;
import app.heirloom.inference.pack.ModelFile.Batch;
import app.heirloom.inference.pack.ModelFile.Shape;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import app.heirloom.inference.pack.Settings;
import app.heirloom.inference.picture.PreparedPictures;
import app.heirloom.inference.runtime.OnnxModel;
import app.heirloom.inference.token.Cleaning;
import app.heirloom.inference.token.Tokenizer;
import app.heirloom.library.embedding.ImageEmbedder;
import app.heirloom.library.embedding.TextEmbedder;
import java.util.ArrayList;
import java.util.List;

/** The networks of a pack for smart search, loaded. Safe for concurrent use. */
public final class SmartSearchModels implements AutoCloseable {
    /** CLIP's; SigLIP's is 64. */
    private static final int USUAL_CONTEXT = 77;

    private final ImageEmbedder images;
    private final TextEmbedder texts;
    private final List<Runnable> closing;

    private SmartSearchModels(ImageEmbedder images, TextEmbedder texts, List<Runnable> closing) {
        this.images = images;
        this.texts = texts;
        this.closing = closing;
    }

    /**
     * Verifies and loads a pack.
     *
     * @throws app.heirloom.library.error.HeirloomException NOT_FOUND when a file is missing, INVALID when one is damaged
     *     or holds another network than the descriptor says, or when the pack is for another task
     */
    public static SmartSearchModels load(Pack pack, ModelFolder folder) {
        Inference.requireReady(pack, folder);
        var closing = new ArrayList<Runnable>();
        try {
            return new SmartSearchModels(images(pack, folder, closing), texts(pack, folder, closing), closing);
        } catch (RuntimeException e) {
            closing.forEach(Runnable::run);
            throw e;
        }
    }

    private static ImageEmbedder images(Pack pack, ModelFolder folder, List<Runnable> closing) {
        ModelFile visual = pack.get("visual");
        OnnxModel network = network(pack, visual, folder, closing);
        boolean manyAtOnce = visual.shape().map(Shape::batch).orElse(Batch.ONE) == Batch.ANY;
        return new OnnxImageEmbedder(
                network, new PreparedPictures(visual.picture()), pack.id(), visual.output(), manyAtOnce);
    }

    private static TextEmbedder texts(Pack pack, ModelFolder folder, List<Runnable> closing) {
        ModelFile textual = pack.get("textual");
        OnnxModel network = network(pack, textual, folder, closing);
        ModelFile file = pack.get("tokenizer");
        Tokenizer tokenizer = Tokenizer.load(folder.fileOf(pack, file), form(file.settings()));
        closing.add(tokenizer::close);
        return new OnnxTextEmbedder(network, tokenizer, pack.id(), textual.output());
    }

    private static Tokenizer.Form form(Settings settings) {
        var cleaning = new Cleaning(settings.number("lowercase", 1) != 0, settings.number("punctuation", 1) != 0);
        return new Tokenizer.Form(
                cleaning, (int) settings.number("context", USUAL_CONTEXT), (int) settings.number("padding", 0));
    }

    private static OnnxModel network(Pack pack, ModelFile file, ModelFolder folder, List<Runnable> closing) {
        OnnxModel network = Inference.load(pack, file, folder);
        closing.add(network::close);
        return network;
    }

    public ImageEmbedder imageEmbedder() {
        return images;
    }

    public TextEmbedder textEmbedder() {
        return texts;
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
    }
}
