package app.heirloom.testkit.identity;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.face.DetectedFace;
import app.heirloom.library.face.FaceBounds;
import app.heirloom.library.face.FaceFinder.Found;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.face.Landmarks;
import app.heirloom.library.face.Landmarks.Point;
import app.heirloom.library.identity.picture.PictureOrigin;
import app.heirloom.library.identity.picture.PictureShape;
import app.heirloom.library.identity.picture.SeenPicture;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Pictures with faces, made up. */
public final class SeenPictures {
    public static final String SERVER = "http://photos.test";
    public static final String USER = "00000000-0000-4000-8000-000000000001";
    private static final PictureShape SHAPE = new PictureShape(4000, 3000, Optional.of(LocalDate.of(2021, 5, 9)));

    /** From one face to the next. */
    private static final int SPACE = 400;

    private SeenPictures() {}

    /** A picture of its own for each name, whose faces, side by side, have these embeddings. */
    public static SeenPicture picture(String name, Embedding... faces) {
        return new SeenPicture(
                sha256(name),
                List.of("/store/" + name + ".jpg"),
                SHAPE,
                List.of(new PictureOrigin(SERVER, USER, "asset-" + name)),
                IntStream.range(0, faces.length)
                        .mapToObj(place -> face(faces[place], place * SPACE))
                        .toList());
    }

    /** A good face of 200 pixels. */
    public static Found face(Embedding embedding) {
        return face(embedding, 0);
    }

    private static Found face(Embedding embedding, int left) {
        var landmarks = new Landmarks(
                new Point(left + 160, 180),
                new Point(left + 240, 180),
                new Point(left + 200, 220),
                new Point(left + 170, 260),
                new Point(left + 230, 260));
        return new Found(
                new DetectedFace(new FaceBounds(left + 100, 100, left + 300, 320), landmarks, 0.9f),
                new FaceQuality(200, 0.8f, 0.9f, 0.9f),
                embedding);
    }

    public static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
