package app.heirloom.storage.identity;

import app.heirloom.library.face.FaceBounds;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.face.Landmarks;
import app.heirloom.library.face.Landmarks.Point;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What caches of other tools leave out, as far as it can be told from what they have. */
final class Estimate {
    private Estimate() {}

    /** The SHA-256 of a picture, if its file is here. */
    static String sha256(Path picture) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(picture), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        } catch (IOException e) {
            throw new IOException(picture + " has no sha256, and is not here to take it from: " + e.getMessage(), e);
        }
    }

    /** Where a face that looks into the camera has them: the five points that ArcFace (2019) aligns faces to. */
    static Landmarks landmarks(FaceBounds box) {
        return new Landmarks(
                point(box, 0.342f, 0.462f),
                point(box, 0.657f, 0.460f),
                point(box, 0.500f, 0.641f),
                point(box, 0.371f, 0.825f),
                point(box, 0.632f, 0.823f));
    }

    private static Point point(FaceBounds box, float across, float down) {
        return new Point(box.left() + across * box.width(), box.top() + down * box.height());
    }

    /** Sharp and frontal, since nothing says otherwise. */
    static FaceQuality quality(FaceBounds box, float score) {
        return new FaceQuality(box.shortSide(), 1, 1, score);
    }
}
