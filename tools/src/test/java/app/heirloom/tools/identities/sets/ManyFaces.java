package app.heirloom.tools.identities.sets;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.face.FaceFinder.Found;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.identity.picture.PicturedFace;
import app.heirloom.library.identity.picture.SeenPicture;
import app.heirloom.testkit.identity.MadeUpFaces;
import app.heirloom.testkit.identity.SeenPictures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Faces of made-up people, each on a picture of its own unless they are to be together. */
final class ManyFaces {
    private static final Map<String, String> NAMES = new HashMap<>();

    /** The first faces of a person, always the same ones, each on a picture of its own. */
    List<PicturedFace> of(String person, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> alone(person + "-" + i, SeenPictures.face(embedding(person, i))))
                .toList();
    }

    /** The same, but too small. */
    List<PicturedFace> small(String person, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    Found good = SeenPictures.face(embedding(person, i));
                    return alone(
                            "small-" + person + "-" + i,
                            new Found(good.face(), new FaceQuality(89, 0.8f, 0.9f, 0.9f), good.embedding()));
                })
                .toList();
    }

    /** Faces of as many people. */
    List<PicturedFace> noise(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> of("nobody" + i, 1).getFirst())
                .toList();
    }

    /** Faces on one picture. */
    List<PicturedFace> together(String picture, String... people) {
        List<Embedding> embeddings = new ArrayList<>();
        for (int i = 0; i < people.length; i++) {
            embeddings.add(embedding(people[i], 1_000 + i));
        }
        return PicturedFace.on(SeenPictures.picture(picture, embeddings.toArray(Embedding[]::new)));
    }

    /** What the picture with this checksum was called. */
    static String nameOf(String sha256) {
        return NAMES.getOrDefault(sha256, "");
    }

    private static PicturedFace alone(String picture, Found face) {
        SeenPicture seen = SeenPictures.picture(picture, face.embedding());
        NAMES.put(seen.sha256(), picture);
        return new PicturedFace(
                new SeenPicture(seen.sha256(), seen.paths(), seen.shape(), seen.origins(), List.of(face)), 0);
    }

    private static Embedding embedding(String person, int face) {
        return MadeUpFaces.embedding(person.hashCode(), person.hashCode() * 31L + face + 1);
    }
}
