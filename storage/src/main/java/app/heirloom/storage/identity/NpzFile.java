package app.heirloom.storage.identity;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A zip of arrays, which are read as streams, several at once. Closing it closes them. */
final class NpzFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final ZipFile zip;

    /** An array whose values are still to be read. */
    record Array(NpyHeader header, InputStream values) {}

    private NpzFile(ZipFile zip) {
        this.zip = zip;
    }

    static NpzFile open(Path file) throws IOException {
        return new NpzFile(new ZipFile(file.toFile()));
    }

    boolean has(String name) {
        return zip.getEntry(name + ".npy") != null;
    }

    Array array(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name + ".npy");
        if (entry == null) {
            throw new IOException("it has no " + name);
        }
        InputStream in = new BufferedInputStream(zip.getInputStream(entry), BUFFER);
        try {
            return new Array(NpyHeader.read(in), in);
        } catch (IOException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }

    /** A single text, which may be long. */
    Reader text(String name) throws IOException {
        Array array = array(name);
        if (!array.header().shape().isEmpty() && !array.header().type().endsWith("u1")) {
            throw new IOException(name + " is not a single text");
        }
        return new InputStreamReader(
                array.values(), charset(name, array.header().type()));
    }

    private static Charset charset(String name, String type) throws IOException {
        String kind = type.replaceAll("[0-9]", "");
        return switch (kind) {
            case "<U" -> Charset.forName("UTF-32LE");
            case ">U" -> Charset.forName("UTF-32BE");
            case "|S", "|u", "<u" -> StandardCharsets.UTF_8;
            default -> throw new IOException(name + " is not a text but " + type);
        };
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
