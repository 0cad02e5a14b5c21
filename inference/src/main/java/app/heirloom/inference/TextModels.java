package app.heirloom.inference;

import app.heirloom.inference.pack.ModelFile;
import app.heirloom.inference.pack.ModelFile.Batch;
import app.heirloom.inference.pack.ModelFile.Shape;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import app.heirloom.inference.pack.PackTask;
import app.heirloom.inference.pack.Settings;
import app.heirloom.inference.runtime.ModelMemory;
import app.heirloom.inference.runtime.Network;
import app.heirloom.inference.text.Characters;
import app.heirloom.inference.text.DirectionClassifier;
import app.heirloom.inference.text.OnnxTextReader;
import app.heirloom.inference.text.TextDetection;
import app.heirloom.inference.text.TextDetector;
import app.heirloom.inference.text.TextRecognizer;
import app.heirloom.library.text.TextReader;
import java.util.Optional;

/** Opens packs that read text. */
public final class TextModels {
    /** How many lines are read at once; more share no more work on a processor, and wait for the longest. */
    private static final int LINES_AT_ONCE = 6;

    private final Pack pack;
    private final ModelFolder folder;
    private final ModelMemory memory;

    private TextModels(Pack pack, ModelFolder folder, ModelMemory memory) {
        this.pack = pack;
        this.folder = folder;
        this.memory = memory;
    }

    /**
     * Verifies a pack; its networks are loaded when they are needed.
     *
     * @throws app.heirloom.library.error.HeirloomException NOT_FOUND when a file is missing, INVALID when one is damaged
     *     or the pack is for another task
     */
    public static TextReader open(Pack pack, ModelFolder folder, ModelMemory memory) {
        Inference.requireReady(pack, folder, PackTask.TEXT);
        return new TextModels(pack, folder, memory).reader();
    }

    private TextReader reader() {
        return new OnnxTextReader(
                pack.id(),
                detector(),
                direction(),
                recognizer(),
                pack.get("recognition").settings().number("score"));
    }

    private TextDetector detector() {
        ModelFile file = pack.get("detection");
        Settings settings = file.settings();
        var detection = new TextDetection(
                settings.number("threshold"),
                settings.number("score"),
                settings.number("unclip"),
                settings.whole("side"));
        return new TextDetector(network(file), file.picture().preparation(), detection);
    }

    private Optional<DirectionClassifier> direction() {
        return pack.find("direction")
                .map(file -> new DirectionClassifier(
                        network(file), file.picture(), file.settings().number("score")));
    }

    private TextRecognizer recognizer() {
        ModelFile file = pack.get("recognition");
        boolean many = file.shape().map(Shape::batch).orElse(Batch.ONE) == Batch.ANY;
        Characters characters = Characters.read(folder.fileOf(pack, pack.get("characters")));
        return new TextRecognizer(network(file), file.picture(), many ? LINES_AT_ONCE : 1, characters);
    }

    private Network network(ModelFile file) {
        return memory.network(folder.fileOf(pack, file));
    }
}
