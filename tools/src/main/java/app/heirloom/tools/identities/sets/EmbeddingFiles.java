package app.heirloom.tools.identities.sets;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.identity.SetFace;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.library.identity.picture.FaceKey;
import app.heirloom.library.identity.picture.PicturedFace;
import app.heirloom.library.identity.picture.SeenPicture;
import app.heirloom.tools.backup.DiskFailure;
import app.heirloom.tools.identities.sets.SetExport.NewCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files with the embeddings of faces of sets.
 *
 * @param all what a model saw of the faces of all sets
 */
record EmbeddingFiles(NewCache caches, Map<FaceKey, PicturedFace> all) {
    private static final String DRAFTS = ".drafts";

    PicturedFace get(SetFace face) {
        return Objects.requireNonNull(all.get(face.key()));
    }

    /** How many faces a file has; none when it is not there. */
    int count(Path file, ModelId model) {
        if (Files.notExists(file)) {
            return 0;
        }
        try (FaceCache embeddings = caches.create(file, model)) {
            return embeddings.countFaces();
        }
    }

    /** Writes a file anew, in the order of the faces; without faces there is none. */
    void write(Path file, ModelId model, List<SetFace> faces) {
        Map<String, List<PicturedFace>> byPicture = faces.stream()
                .map(this::get)
                .collect(Collectors.groupingBy(
                        face -> face.picture().sha256(), LinkedHashMap::new, Collectors.toList()));
        Path drafts = file.resolveSibling(DRAFTS);
        try {
            remove(drafts); // of a run that was killed
            if (byPicture.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Path draft = Files.createDirectories(drafts).resolve(file.getFileName());
            try (FaceCache embeddings = caches.create(draft, model)) {
                embeddings.add(
                        byPicture.values().stream().map(EmbeddingFiles::only).toList());
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            remove(drafts);
        } catch (IOException e) {
            throw DiskFailure.of("Cannot write " + file, e);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> entries;
        try (Stream<Path> below = Files.walk(folder)) {
            entries = below.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : entries) {
            Files.delete(entry);
        }
    }

    /** The picture, as if it showed these faces only. */
    private static SeenPicture only(List<PicturedFace> faces) {
        SeenPicture picture = faces.getFirst().picture();
        return new SeenPicture(
                picture.sha256(),
                picture.paths(),
                picture.shape(),
                picture.origins(),
                faces.stream().map(PicturedFace::found).toList());
    }
}
