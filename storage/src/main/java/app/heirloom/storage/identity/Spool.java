package app.heirloom.storage.identity;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipOutputStream;

/** The values of an array before its header is known, in a file beside its later place; closing it removes the file. */
final class Spool implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final OutputStream out;
    private long written;

    private Spool(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    static Spool beside(Path place, String name) throws IOException {
        Path file = place.resolveSibling(place.getFileName() + "." + name + ".part");
        return new Spool(file, new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    /** Adds an element to an array of JSON. */
    void element(Object json) throws IOException {
        write(new byte[] {(byte) (written == 0 ? '[' : ',')});
        write(CacheJson.MAPPER.writeValueAsBytes(json));
    }

    void copyTo(OutputStream target) throws IOException {
        out.close();
        Files.copy(file, target);
    }

    /** Ends the array of JSON, and writes it as one text. */
    void copyAsText(ZipOutputStream zip, String name) throws IOException {
        if (written == 0) {
            write(new byte[] {'['});
        }
        write(new byte[] {']'});
        out.close();
        try (InputStream in = Files.newInputStream(file)) {
            WideText.write(zip, name, in, written);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
