package app.heirloom.storage.identity;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.face.FaceFinder.Found;
import app.heirloom.library.identity.picture.SeenPicture;
import app.heirloom.storage.identity.CacheJson.FaceRecord;
import app.heirloom.storage.identity.CacheJson.PictureRecord;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MappingIterator;

/** One {@code .npz} of schema v2, read as a stream. */
final class CacheFile {
    static final String SCHEMA = "v2";

    private final Path path;

    CacheFile(Path path) {
        this.path = path;
    }

    /** Work on an open file. */
    private interface Reading<T> {
        T read(NpzFile file) throws IOException;
    }

    /** Fails as INVALID when it is not of the schema, or of a tool that did not say which model it asked. */
    ModelId model() {
        return open(file -> {
            try (Reader text = file.text("schema")) {
                String schema = text.readAllAsString();
                if (!schema.equals(SCHEMA)) {
                    throw new IOException("it is of the schema " + schema + ", and only " + SCHEMA + " is known");
                }
            }
            try (Reader text = file.text("model")) {
                return new ModelId(text.readAllAsString());
            }
        });
    }

    /** Hands over its pictures in their order. */
    void forEach(Consumer<SeenPicture> action) {
        var _ = open(file -> {
            try (var pictures = records(file, "processed", PictureRecord.class);
                    var faces = new Faces(file)) {
                Map<String, List<String>> aliases = aliases(file);
                while (pictures.hasNextValue()) {
                    PictureRecord picture = pictures.nextValue();
                    List<Found> found = faces.of(picture);
                    action.accept(picture.toPicture(aliases.getOrDefault(picture.path(), List.of()), found));
                }
                faces.requireEnd();
            }
            return file;
        });
    }

    private static Map<String, List<String>> aliases(NpzFile file) throws IOException {
        if (!file.has("path_aliases")) {
            return Map.of();
        }
        try (Reader text = file.text("path_aliases")) {
            return CacheJson.MAPPER.readValue(text, new TypeReference<Map<String, List<String>>>() {});
        }
    }

    private static <T> MappingIterator<T> records(NpzFile file, String name, Class<T> type) throws IOException {
        return CacheJson.MAPPER.readerFor(type).readValues(file.text(name));
    }

    private <T> T open(Reading<T> reading) {
        try (NpzFile file = NpzFile.open(path)) {
            return reading.read(file);
        } catch (IOException | JacksonException | DateTimeException | IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    private HeirloomException damaged(Exception cause) {
        String reason = cause instanceof JacksonException e ? e.getOriginalMessage() : cause.getMessage();
        return ErrorCode.INVALID.exception(
                "The cache of faces " + path + " cannot be read: " + reason
                        + ". Put a copy in its place, or remove it, so that all pictures are looked at again.",
                cause);
    }

    /** The faces with their embeddings, which stand picture by picture. */
    private static final class Faces implements AutoCloseable {
        private final MappingIterator<FaceRecord> records;
        private final InputStream rows;
        private final int count;
        private final int size;
        private int taken;
        private Optional<FaceRecord> next;

        Faces(NpzFile file) throws IOException {
            records = records(file, "meta", FaceRecord.class);
            NpzFile.Array array = file.array("embeddings");
            NpyHeader header = array.header();
            if (!header.type().equals("<f4") || header.shape().size() != 2) {
                throw new IOException("its embeddings are " + header.type() + " of the shape " + header.shape()
                        + ", not rows of single precision");
            }
            rows = array.values();
            count = header.shape().getFirst();
            size = header.shape().getLast();
            next = advance();
        }

        List<Found> of(PictureRecord picture) throws IOException {
            List<Found> found = new ArrayList<>();
            while (next.isPresent() && picture.shows(next.get())) {
                found.add(next.get().toFound(embedding()));
                next = advance();
            }
            return found;
        }

        private Optional<FaceRecord> advance() {
            return records.hasNextValue() ? Optional.of(records.nextValue()) : Optional.empty();
        }

        private Embedding embedding() throws IOException {
            if (taken++ == count) {
                throw new IOException("it has more faces than the " + count + " embeddings");
            }
            byte[] row = rows.readNBytes(Math.multiplyExact(size, Float.BYTES));
            if (row.length < size * Float.BYTES) {
                throw new EOFException("its embeddings end in their middle");
            }
            float[] values = new float[size];
            ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
            return Embedding.of(values);
        }

        void requireEnd() throws IOException {
            if (next.isPresent()) {
                throw new IOException("the faces of " + next.get().picture()
                        + " do not stand together, or not in the order of the pictures in processed");
            }
            if (taken != count) {
                throw new IOException("it has " + count + " embeddings, but only " + taken + " faces");
            }
        }

        @Override
        public void close() throws IOException {
            records.close();
            rows.close();
        }
    }
}
