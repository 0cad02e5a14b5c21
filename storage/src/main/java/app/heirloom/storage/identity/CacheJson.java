package app.heirloom.storage.identity;

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
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** How a cache writes down pictures and faces. Other tools may leave out what is nullable, and add what is theirs. */
final class CacheJson {
    /** In ASCII, so that a character is a byte. */
    static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(checker -> checker.withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final int CORNERS = 4;
    private static final int POINTS = 5;

    private CacheJson() {}

    /** A picture; {@code path} is the first of its files, the others are its aliases. */
    record PictureRecord(
            @Nullable String sha256,
            @Nullable String path,
            int width,
            int height,
            @Nullable String takenOn,
            @Nullable List<OriginRecord> origins) {
        static PictureRecord of(SeenPicture picture) {
            PictureShape shape = picture.shape();
            return new PictureRecord(
                    picture.sha256(),
                    picture.paths().getFirst(),
                    shape.width(),
                    shape.height(),
                    shape.takenOn().map(LocalDate::toString).orElse(null),
                    picture.origins().stream().map(OriginRecord::of).toList());
        }

        SeenPicture toPicture(List<String> aliases, List<Found> faces) throws IOException {
            String first = required(path, "path");
            return new SeenPicture(
                    key(),
                    Stream.concat(Stream.of(first), aliases.stream()).toList(),
                    new PictureShape(width, height, Optional.ofNullable(takenOn).map(LocalDate::parse)),
                    Optional.ofNullable(origins).orElse(List.of()).stream()
                            .map(OriginRecord::toOrigin)
                            .toList(),
                    faces);
        }

        /** Other tools name faces by file. */
        boolean shows(FaceRecord face) {
            return face.sha256 == null ? Objects.equals(face.path, path) : face.sha256.equals(sha256);
        }

        private String key() throws IOException {
            String key = sha256 == null ? Estimate.sha256(Path.of(required(path, "path"))) : sha256;
            if (!key.matches("[0-9a-f]{64}")) {
                throw new IOException("the sha256 of " + path + " is " + key);
            }
            return key;
        }
    }

    record OriginRecord(String server, String user, String asset) {
        static OriginRecord of(PictureOrigin origin) {
            return new OriginRecord(origin.server(), origin.user(), origin.asset());
        }

        PictureOrigin toOrigin() {
            return new PictureOrigin(server, user, asset);
        }
    }

    /** A face, whose embedding is the row of the same number; its picture is named by SHA-256, or else by file. */
    record FaceRecord(
            @Nullable String sha256,
            @Nullable @JsonInclude(Include.NON_NULL) String path,
            @Nullable List<Float> bbox,
            @JsonProperty("det_score") float score,
            @Nullable List<List<Float>> landmarks,
            @Nullable QualityRecord quality) {
        static FaceRecord of(String sha256, Found found) {
            FaceBounds box = found.face().box();
            Landmarks marks = found.face().landmarks();
            return new FaceRecord(
                    sha256,
                    null,
                    List.of(box.left(), box.top(), box.right(), box.bottom()),
                    found.face().score(),
                    Stream.of(marks.leftEye(), marks.rightEye(), marks.nose(), marks.leftMouth(), marks.rightMouth())
                            .map(point -> List.of(point.x(), point.y()))
                            .toList(),
                    QualityRecord.of(found.quality()));
        }

        /** For messages. */
        String picture() {
            return String.valueOf(sha256 == null ? path : sha256);
        }

        Found toFound(Embedding embedding) throws IOException {
            List<Float> corners = required(bbox, "bbox");
            if (corners.size() != CORNERS || (landmarks != null && landmarks.size() != POINTS)) {
                throw new IOException("a face has not 4 corners and 5 landmarks");
            }
            var box = new FaceBounds(corners.get(0), corners.get(1), corners.get(2), corners.get(3));
            return new Found(
                    new DetectedFace(box, landmarks == null ? Estimate.landmarks(box) : marks(landmarks), score),
                    quality == null ? Estimate.quality(box, score) : quality.toQuality(),
                    embedding);
        }

        private static Landmarks marks(List<List<Float>> points) throws IOException {
            return new Landmarks(
                    point(points.get(0)),
                    point(points.get(1)),
                    point(points.get(2)),
                    point(points.get(3)),
                    point(points.get(4)));
        }

        private static Point point(List<Float> numbers) throws IOException {
            if (numbers.size() != 2) {
                throw new IOException("a landmark has not two numbers");
            }
            return new Point(numbers.getFirst(), numbers.getLast());
        }
    }

    record QualityRecord(float shortSide, float sharpness, float frontality, float score) {
        static QualityRecord of(FaceQuality quality) {
            return new QualityRecord(quality.shortSide(), quality.sharpness(), quality.frontality(), quality.score());
        }

        FaceQuality toQuality() {
            return new FaceQuality(shortSide, sharpness, frontality, score);
        }
    }

    private static <T> T required(@Nullable T value, String name) throws IOException {
        if (value == null) {
            throw new IOException("a record has no " + name);
        }
        return value;
    }
}
