package app.heirloom.tools.gallery;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.gallery.Content;
import app.heirloom.library.recognition.detection.Sighting;
import app.heirloom.library.text.TextLine;
import app.heirloom.tools.gallery.ContentRecognition.Look;
import app.heirloom.tools.gallery.StoredRecognition.Models;
import app.heirloom.tools.gallery.StoredRecognition.Shelves;
import java.util.List;
import java.util.Optional;

/**
 * What the models made of one picture. What another worker has found meanwhile stays, since people may have been made of
 * it.
 *
 * @param seen each empty where there is no such model
 */
record StoredLook(
        Models models,
        Shelves shelves,
        Optional<List<Sighting>> seen,
        Optional<Embedding> image,
        Optional<List<TextLine>> lines)
        implements Look {
    @Override
    public int faces() {
        return seen.map(List::size).orElse(0);
    }

    @Override
    public void save(Content content) {
        seen.ifPresent(sightings -> save(content, sightings));
        image.ifPresent(embedding -> save(content, embedding));
        lines.ifPresent(
                read -> shelves.texts().save(models.texts().orElseThrow().model(), content.checksum(), read));
    }

    private void save(Content content, List<Sighting> sightings) {
        ModelId model = models.faces().orElseThrow().model();
        if (shelves.detections().find(content.checksum(), model).isEmpty()) {
            shelves.detections().save(content.checksum(), model, sightings);
        }
    }

    private void save(Content content, Embedding embedding) {
        ModelId model = models.images().orElseThrow().model();
        if (shelves.embeddings().find(model, content.checksum()).isEmpty()) {
            shelves.embeddings().save(model, content.checksum(), embedding);
        }
    }
}
