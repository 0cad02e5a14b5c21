package app.heirloom.tools.identities.store;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.remote.asset.RemoteDownload;
import app.heirloom.tools.backup.DiskFailure;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** Staged pictures, each once, named by the SHA-256 of its bytes. */
public record PictureFolder(Path folder) {
    private static final int MAX_EXTENSION = 8;

    /**
     * A picture that was received and has no place yet; closing it without one forgets it.
     *
     * @param checksum SHA-1 of its bytes
     */
    public record Received(Path draft, String sha256, Checksum checksum, long sizeInBytes) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(draft);
            } catch (IOException e) {
                throw DiskFailure.of("Cannot remove " + draft, e);
            }
        }
    }

    /**
     * Writes a download into a draft.
     *
     * @throws IOException when the connection breaks
     * @throws app.heirloom.library.error.HeirloomException STORAGE_FULL or INVALID when the disk fails
     */
    public Received receive(RemoteDownload download) throws IOException {
        Path draft = newDraft();
        MessageDigest sha256 = sha256();
        try (OutputStream file = new OwnFailures(Files.newOutputStream(draft), draft)) {
            RemoteDownload.Received received = download.copyTo(new DigestOutputStream(file, sha256));
            return new Received(
                    draft, HexFormat.of().formatHex(sha256.digest()), received.checksum(), received.sizeInBytes());
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
    }

    private Path newDraft() {
        try {
            Path drafts = folder.resolve(".drafts");
            Files.createDirectories(drafts);
            return Files.createTempFile(drafts, "", ".part");
        } catch (IOException e) {
            throw DiskFailure.of("Cannot write into " + folder, e);
        }
    }

    /** Gives the picture its place, and tells which below this folder. */
    public String keep(Received picture, String fileName) {
        String extension = MediaFormat.extensionOf(fileName);
        boolean isSafe = extension.length() <= MAX_EXTENSION && extension.matches("\\.[\\p{Alnum}]+");
        String place = picture.sha256().substring(0, 2) + "/" + picture.sha256() + (isSafe ? extension : "");
        Path target = folder.resolve(place);
        try {
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.move(picture.draft(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return place;
        } catch (IOException e) {
            throw DiskFailure.of("Cannot write " + target, e);
        }
    }

    /** Removes what runs that were killed had begun to receive. */
    public void sweep() {
        Path drafts = folder.resolve(".drafts");
        if (Files.notExists(drafts)) {
            return;
        }
        try (var files = Files.newDirectoryStream(drafts)) {
            for (Path draft : files) {
                Files.delete(draft);
            }
        } catch (IOException e) {
            throw DiskFailure.of("Cannot tidy up " + drafts, e);
        }
    }

    public Path resolve(String place) {
        return folder.resolve(place);
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** Tells failures of the disk from those of the connection. */
    private static final class OwnFailures extends FilterOutputStream {
        private final Path file;

        OwnFailures(OutputStream out, Path file) {
            super(out);
            this.file = file;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw DiskFailure.of("Cannot write " + file, e);
            }
        }
    }
}
