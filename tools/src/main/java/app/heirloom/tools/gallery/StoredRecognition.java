package app.heirloom.tools.gallery;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.EmbeddingRepository;
import app.heirloom.library.embedding.ImageEmbedder;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.embedding.PictureReader;
import app.heirloom.library.face.FaceFinder;
import app.heirloom.library.gallery.ModelSet;
import app.heirloom.library.metadata.extraction.MetadataReader;
import app.heirloom.library.preview.PreviewSettings;
import app.heirloom.library.recognition.detection.DetectionRepository;
import app.heirloom.library.recognition.detection.Sighting;
import app.heirloom.library.text.TextLine;
import app.heirloom.library.text.TextReader;
import app.heirloom.library.text.TextRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Decodes each picture once, has all models look at it, and keeps what they make of it where a server does. */
public final class StoredRecognition implements ContentRecognition {
    /** Where a server has text read, too. */
    private static final int SIDE_FOR_TEXT = PreviewSettings.DEFAULT.previewSize();

    private final Models models;
    private final Decoding decoding;
    private final Shelves shelves;

    /** Those that there are. */
    public record Models(Optional<FaceFinder> faces, Optional<ImageEmbedder> images, Optional<TextReader> texts) {
        ModelSet ids() {
            List<ModelId> ids = new ArrayList<>();
            faces.ifPresent(finder -> ids.add(finder.model()));
            images.ifPresent(embedder -> ids.add(embedder.model()));
            texts.ifPresent(reader -> ids.add(reader.model()));
            return ModelSet.of(ids);
        }

        int longestSide() {
            return IntStream.of(
                            faces.map(FaceFinder::longestSide).orElse(1),
                            images.map(ImageEmbedder::longestSide).orElse(1),
                            texts.isPresent() ? SIDE_FOR_TEXT : 1)
                    .max()
                    .orElseThrow();
        }
    }

    /** How files become pictures. */
    public record Decoding(PictureReader pictures, MetadataReader metadata) {}

    /** Where it is kept. */
    public record Shelves(DetectionRepository detections, EmbeddingRepository embeddings, TextRepository texts) {}

    public StoredRecognition(Models models, Decoding decoding, Shelves shelves) {
        this.models = models;
        this.decoding = decoding;
        this.shelves = shelves;
    }

    @Override
    public ModelSet models() {
        return models.ids();
    }

    @Override
    public Look look(Path file) {
        Picture picture = decoding.pictures().read(file, models.longestSide());
        float scale = models.faces().isPresent() ? scale(file, picture) : 1;
        Optional<List<Sighting>> faces = models.faces().map(finder -> look(finder, picture, scale));
        Optional<Embedding> image =
                models.images().map(embedder -> embedder.embed(List.of(picture)).getFirst());
        Optional<List<TextLine>> lines = models.texts().map(reader -> reader.read(picture));
        return new StoredLook(models, shelves, faces, image, lines);
    }

    private static List<Sighting> look(FaceFinder finder, Picture picture, float scale) {
        return finder.find(picture, scale).stream()
                .map(found -> Sighting.of(found, picture))
                .filter(seen -> !seen.isOutside())
                .toList();
    }

    /** How many pixels of the original one of the picture is. */
    private float scale(Path file, Picture picture) {
        Dimensions original = decoding.metadata()
                .read(file, AssetType.IMAGE, null)
                .exif()
                .frame()
                .upright();
        return original == null ? 1 : Math.max(1, (float) original.width() / picture.width());
    }
}
