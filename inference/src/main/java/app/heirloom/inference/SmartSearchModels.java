package app.heirloom.inference;

import app.heirloom.inference.embedding.OnnxImageEmbedder;
import app.heirloom.inference.embedding.OnnxTextEmbedder;
import app.heirloom.inference.pack.ModelFile;
import app.heirloom.inference.pack.ModelFile.Batch;
import app.heirloom.inference.pack.ModelFile.Shape;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import app.heirloom.inference.pack.PackTask;
import app.heirloom.inference.pack.Settings;
import app.heirloom.inference.picture.PreparedPictures;
import app.heirloom.inference.runtime.ModelMemory;
import app.heirloom.inference.token.Cleaning;
import app.heirloom.inference.token.Tokenizer;
import app.heirloom.library.embedding.ImageEmbedder;
import app.heirloom.library.embedding.TextEmbedder;

/** The networks of a pack for smart search, which are loaded when they are needed. Safe for concurrent use. */
public final class SmartSearchModels implements AutoCloseable {
    /** CLIP's; SigLIP's is 64. */
    private static final int USUAL_CONTEXT = 77;

    private final ImageEmbedder images;
    private final TextEmbedder texts;
    private final Runnable closing;

    private SmartSearchModels(ImageEmbedder images, TextEmbedder texts, Runnable closing) {
        this.images = images;
        this.texts = texts;
        this.closing = closing;
    }

    /**
     * Verifies a pack, whose networks have a memory of their own until this is closed.
     *
     * @throws app.heirloom.library.error.HeirloomException NOT_FOUND when a file is missing, INVALID when one is damaged,
     *     when the tokenizer is none, or when the pack is for another task
     */
    public static SmartSearchModels load(Pack pack, ModelFolder folder) {
        Tokenizer tokenizer = tokenizer(pack, folder);
        ModelMemory memory = ModelMemory.ofThisMachine();
        return of(pack, folder, memory, tokenizer, () -> {
            memory.close();
            tokenizer.close();
        });
    }

    /** Verifies a pack, whose networks share a memory with those of other packs; fails likewise. */
    public static SmartSearchModels load(Pack pack, ModelFolder folder, ModelMemory memory) {
        Tokenizer tokenizer = tokenizer(pack, folder);
        return of(pack, folder, memory, tokenizer, tokenizer::close);
    }

    private static SmartSearchModels of(
            Pack pack, ModelFolder folder, ModelMemory memory, Tokenizer tokenizer, Runnable closing) {
        ModelFile visual = pack.get("visual");
        boolean many = visual.shape().map(Shape::batch).orElse(Batch.ONE) == Batch.ANY;
        var images = new OnnxImageEmbedder(
                memory.network(folder.fileOf(pack, visual)),
                new PreparedPictures(visual.picture()),
                pack.id(),
                visual.output(),
                many);
        ModelFile textual = pack.get("textual");
        var texts = new OnnxTextEmbedder(
                memory.textNetwork(folder.fileOf(pack, textual)), tokenizer, pack.id(), textual.output());
        return new SmartSearchModels(images, texts, closing);
    }

    private static Tokenizer tokenizer(Pack pack, ModelFolder folder) {
        Inference.requireReady(pack, folder, PackTask.SMART_SEARCH);
        ModelFile file = pack.get("tokenizer");
        return Tokenizer.load(folder.fileOf(pack, file), form(file.settings()));
    }

    private static Tokenizer.Form form(Settings settings) {
        var cleaning = new Cleaning(settings.number("lowercase", 1) != 0, settings.number("punctuation", 1) != 0);
        return new Tokenizer.Form(
                cleaning, (int) settings.number("context", USUAL_CONTEXT), (int) settings.number("padding", 0));
    }

    public ImageEmbedder imageEmbedder() {
        return images;
    }

    public TextEmbedder textEmbedder() {
        return texts;
    }

    @Override
    public void close() {
        closing.run();
    }
}
