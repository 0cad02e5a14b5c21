package app.heirloom.immich.server.download;

import app.heirloom.immich.server.http.Answer;
import app.heirloom.library.asset.Original;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.error.HeirloomException;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip of originals, written while it is read from disk, and not compressed, as photos are already. A file that is
 * missing does not spoil it: the archive tells of it in {@value #MISSING}.
 */
record ArchiveAnswer(List<Original> originals, BlobStore blobs, String name) implements Answer {
    private static final String MISSING = "missing.txt";
    private static final int CHUNK = 128 * 1024;

    @Override
    public void writeTo(Context http) throws IOException {
        HttpServletResponse response = http.res();
        response.setStatus(200);
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + percentEncoded(fileName()));
        response.setHeader("Cache-Control", "no-store");
        try (var zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            write(zip);
        }
    }

    private void write(ZipOutputStream zip) throws IOException {
        var names = new EntryNames();
        names.take(MISSING);
        var missing = new ArrayList<String>();
        byte[] chunk = new byte[CHUNK];
        for (Original original : originals) {
            String entry = names.take(original.fileName());
            if (!write(original, entry, zip, chunk)) {
                missing.add(entry);
            }
        }
        if (!missing.isEmpty()) {
            zip.putNextEntry(new ZipEntry(MISSING));
            zip.write(("These files could not be read:\n" + String.join("\n", missing) + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    /** Whether all of the file could be read; failures to write are the client's and end the answer. */
    private boolean write(Original original, String entry, ZipOutputStream zip, byte[] chunk) throws IOException {
        try (InputStream file = open(original)) {
            zip.putNextEntry(new ZipEntry(entry));
            boolean isWhole = copy(file, zip, chunk);
            zip.closeEntry();
            return isWhole;
        } catch (HeirloomException | MissingFileException e) {
            return false;
        }
    }

    private InputStream open(Original original) throws MissingFileException {
        try {
            return Files.newInputStream(blobs.locate(original.key()));
        } catch (IOException e) {
            throw new MissingFileException(e);
        }
    }

    private static boolean copy(InputStream file, OutputStream zip, byte[] chunk) throws IOException {
        int read = read(file, chunk);
        while (read > 0) {
            zip.write(chunk, 0, read);
            read = read(file, chunk);
        }
        return read == 0;
    }

    /** How many bytes there were: 0 at the end, less than that when the disk fails. */
    private static int read(InputStream file, byte[] chunk) {
        try {
            return file.readNBytes(chunk, 0, chunk.length);
        } catch (IOException e) {
            return -1;
        }
    }

    private String fileName() {
        return name.endsWith(".zip") ? name : name + ".zip";
    }

    private static String percentEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    /** The file is not there or cannot be opened. */
    private static final class MissingFileException extends IOException {
        private static final long serialVersionUID = 1L;

        MissingFileException(IOException cause) {
            super(cause);
        }
    }
}
