package app.heirloom.storage.identity;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.face.FaceFinder.Found;
import app.heirloom.library.identity.picture.SeenPicture;
import app.heirloom.storage.files.DirectorySync;
import app.heirloom.storage.identity.CacheJson.FaceRecord;
import app.heirloom.storage.identity.CacheJson.PictureRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;

/**
 * A {@code .npz} that is being written. NumPy says how long an array is before it begins, so each is first written to a
 * file of its own.
 */
final class CacheDraft implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path place;
    private final ModelId model;
    private final Spool processed;
    private final Spool meta;
    private final Spool embeddings;
    private final Map<String, List<String>> aliases = new LinkedHashMap<>();
    private int faces;
    private int size;

    private CacheDraft(Path place, ModelId model) throws IOException {
        this.place = place;
        this.model = model;
        this.processed = Spool.beside(place, "processed");
        this.meta = Spool.beside(place, "meta");
        this.embeddings = Spool.beside(place, "embeddings");
    }

    static CacheDraft begin(Path place, ModelId model) throws IOException {
        return new CacheDraft(place, model);
    }

    /** Fails as an UncheckedIOException, since pictures come by a loop of others. */
    void add(SeenPicture picture) {
        try {
            write(picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(SeenPicture picture) throws IOException {
        processed.element(PictureRecord.of(picture));
        List<String> paths = picture.paths();
        if (paths.size() > 1) {
            aliases.put(paths.getFirst(), paths.subList(1, paths.size()));
        }
        for (Found found : picture.faces()) {
            meta.element(FaceRecord.of(picture.sha256(), found));
            float[] values = found.embedding().values();
            if (faces++ > 0 && values.length != size) {
                throw new IOException("embeddings of " + size + " and " + values.length + " numbers do not compare");
            }
            size = values.length;
            ByteBuffer row = ByteBuffer.allocate(size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            row.asFloatBuffer().put(values);
            embeddings.write(row.array());
        }
    }

    /** Puts it in its place, durably and all at once. */
    void publish() throws IOException {
        Path part = place.resolveSibling(place.getFileName() + ".part");
        try {
            write(part);
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        try (DirectorySync folder =
                DirectorySync.open(Objects.requireNonNull(place.toAbsolutePath().getParent()))) {
            folder.force();
        }
    }

    private void write(Path part) throws IOException {
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
            zip.setLevel(Deflater.NO_COMPRESSION); // such numbers do not shrink
            NpyHeader.begin(zip, "embeddings", new NpyHeader("<f4", List.of(faces, size)));
            embeddings.copyTo(zip);
            zip.setLevel(Deflater.BEST_SPEED);
            meta.copyAsText(zip, "meta");
            processed.copyAsText(zip, "processed");
            WideText.write(zip, "path_aliases", CacheJson.MAPPER.writeValueAsString(aliases));
            WideText.write(zip, "schema", CacheFile.SCHEMA);
            WideText.write(zip, "model", model.name());
            zip.finish();
            zip.flush();
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        processed.close();
        meta.close();
        embeddings.close();
    }
}
