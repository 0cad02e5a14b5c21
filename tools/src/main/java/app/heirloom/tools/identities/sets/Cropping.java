package app.heirloom.tools.identities.sets;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.identity.SetFace;
import app.heirloom.library.identity.picture.FaceKey;
import app.heirloom.library.likeness.Fingerprint;
import app.heirloom.library.likeness.Likeness;
import app.heirloom.library.likeness.PerceptualHash;
import app.heirloom.tools.backup.DiskFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cuts the faces of one set out, the best ones first, one of those that look the same. */
final class Cropping {
    private static final String FOLDER = "crops";
    private static final String PART = ".part.jpg";
    /** What is less alike than this to a model does not look the same to anybody. */
    private static final double SAME = 0.9;

    private final Path folder;
    private final SetPictures pictures;
    private final Map<FaceKey, Embedding> embeddings;
    private final Map<FaceKey, String> failures = new ConcurrentHashMap<>();

    /**
     * What came of it.
     *
     * @param faces the best first, with their crops
     * @param alike faces that look the same as a better one
     * @param failures why faces could not be cut out
     */
    record Cropped(List<SetFace> faces, int alike, Map<FaceKey, String> failures) {
        int crops() {
            return faces.size() - alike - failures.size();
        }
    }

    /** A face that was cut out, and how it looks if that was asked for. */
    private final class Kept {
        private final SetFace face;
        private final Path file;
        private @Nullable Fingerprint fingerprint;

        Kept(SetFace face, Path file) {
            this.face = face;
            this.file = file;
        }

        Fingerprint fingerprint() {
            if (fingerprint == null) {
                fingerprint = pictures.fingerprint(file);
            }
            return fingerprint;
        }
    }

    /** @param folder of the set */
    Cropping(Path folder, SetPictures pictures, Map<FaceKey, Embedding> embeddings) {
        this.folder = folder;
        this.pictures = pictures;
        this.embeddings = embeddings;
    }

    Cropped run(List<SetFace> faces) {
        List<SetFace> ranked = faces.stream()
                .sorted(Comparator.comparingDouble(SetFace::merit).reversed().thenComparing(SetFace::key))
                .toList();
        try {
            Files.createDirectories(folder.resolve(FOLDER));
            ranked.parallelStream().forEach(this::cut);
            return keep(ranked);
        } catch (IOException e) {
            throw DiskFailure.of("Cannot write crops into " + folder, e);
        }
    }

    /** Under a name that it keeps, so that a later run finds it whatever its rank is. */
    private Path fileOf(SetFace face) {
        return folder.resolve(FOLDER).resolve(idOf(face) + ".jpg");
    }

    private static String idOf(SetFace face) {
        return face.key()
                        .picture()
                        .substring(0, Math.min(16, face.key().picture().length())) + "_"
                + face.key().index();
    }

    private void cut(SetFace face) {
        Path file = fileOf(face);
        String before = face.crop();
        try {
            if (before != null && Files.exists(folder.resolve(before))) {
                Files.move(folder.resolve(before), file, StandardCopyOption.REPLACE_EXISTING);
            } else if (Files.notExists(file)) {
                Path part = file.resolveSibling(idOf(face) + PART);
                pictures.cut(face.place(), part);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (HeirloomException e) {
            failures.put(face.key(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw DiskFailure.of("Cannot write " + file, e);
        }
    }

    private Cropped keep(List<SetFace> ranked) throws IOException {
        List<Kept> kept = new ArrayList<>();
        Map<FaceKey, String> crops = new HashMap<>();
        int alike = 0;
        for (SetFace face : ranked) {
            if (failures.containsKey(face.key())) {
                continue;
            }
            var candidate = new Kept(face, fileOf(face));
            if (kept.stream().anyMatch(other -> looksLike(candidate, other))) {
                alike++;
            } else {
                kept.add(candidate);
            }
        }
        for (Kept one : kept) {
            String name = FOLDER + "/%04d_%s.jpg".formatted(crops.size() + 1, idOf(one.face));
            Files.move(one.file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            crops.put(one.face.key(), name);
        }
        removeOthers(crops);
        List<SetFace> faces = ranked.stream()
                .map(face -> face.withCrop(crops.get(face.key())))
                .toList();
        return new Cropped(faces, alike, Map.copyOf(failures));
    }

    private boolean looksLike(Kept one, Kept other) {
        Embedding first = Objects.requireNonNull(embeddings.get(one.face.key()));
        Embedding second = Objects.requireNonNull(embeddings.get(other.face.key()));
        if (first.similarity(second) < SAME) {
            return false;
        }
        List<PerceptualHash> hashes = other.fingerprint().whole();
        return one.fingerprint().whole().stream()
                .anyMatch(hash -> hashes.stream().anyMatch(that -> hash.distance(that) <= Likeness.MAX_DISTANCE));
    }

    /** Crops can be made again at any time. */
    private void removeOthers(Map<FaceKey, String> crops) throws IOException {
        Set<Path> wanted = new HashSet<>();
        crops.values().forEach(name -> wanted.add(folder.resolve(name)));
        List<Path> all;
        try (Stream<Path> files = Files.list(folder.resolve(FOLDER))) {
            all = files.toList();
        }
        for (Path file : all) {
            if (!wanted.contains(file)) {
                Files.delete(file);
            }
        }
    }
}
