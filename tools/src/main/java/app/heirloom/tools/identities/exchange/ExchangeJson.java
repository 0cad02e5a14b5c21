package app.heirloom.tools.identities.exchange;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.face.DetectedFace;
import app.heirloom.library.face.FaceBounds;
import app.heirloom.library.face.FaceFinder.Found;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.face.Landmarks;
import app.heirloom.tools.identities.embedding.Findings;
import app.heirloom.tools.identities.embedding.PictureFailure;
import app.heirloom.tools.identities.embedding.PictureLook;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the two ends of an exchange say to each other. */
final class ExchangeJson {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(checker -> checker.withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private ExchangeJson() {}

    record Welcome(String model) {}

    record Asking(String worker, int count) {}

    record Alive(String worker) {}

    record Refusal(String message) {}

    record HandIn(String worker, List<Look> looks, List<PictureFailure> failures) {
        static HandIn of(String worker, Findings findings) {
            return new HandIn(worker, findings.looks().stream().map(Look::of).toList(), findings.failures());
        }

        Findings findings() {
            return new Findings(looks.stream().map(Look::toLook).toList(), failures);
        }
    }

    record Look(String sha256, int width, int height, List<Face> faces) {
        static Look of(PictureLook look) {
            return new Look(
                    look.sha256(),
                    look.width(),
                    look.height(),
                    look.faces().stream().map(Face::of).toList());
        }

        PictureLook toLook() {
            return new PictureLook(
                    sha256, width, height, faces.stream().map(Face::toFound).toList());
        }
    }

    /** The embedding is Base64 of its numbers in single precision, the lowest byte first. */
    record Face(FaceBounds box, Landmarks landmarks, float score, FaceQuality quality, String embedding) {
        static Face of(Found found) {
            float[] values = found.embedding().values();
            ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            DetectedFace face = found.face();
            return new Face(
                    face.box(),
                    face.landmarks(),
                    face.score(),
                    found.quality(),
                    Base64.getEncoder().encodeToString(bytes.array()));
        }

        Found toFound() {
            var numbers = ByteBuffer.wrap(Base64.getDecoder().decode(embedding))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            float[] values = new float[numbers.remaining()];
            numbers.get(values);
            return new Found(new DetectedFace(box, landmarks, score), quality, Embedding.of(values));
        }
    }
}
