package app.heirloom.storage.files;

import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.blob.Draft;
import app.heirloom.library.asset.blob.StagedBlob;
import app.heirloom.library.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The folder where files are made before they move to their place; all that lies here after a crash is known by name. */
final class Staging implements AutoCloseable {
    /** Stands for the key's slashes in the name of a secured file. */
    private static final String SLASH = "~";

    private static final String FAILURE = "Cannot receive an upload";

    private final Path folder;
    private final DirectorySync sync;

    private Staging(Path folder, DirectorySync sync) {
        this.folder = folder;
        this.sync = sync;
    }

    static Staging open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new Staging(folder, DirectorySync.open(folder));
    }

    StagedBlob receive(InputStream bytes) {
        Path file = folder.resolve("incoming-" + UUID.randomUUID());
        StagedFile staged = new StagedFile(file);
        try {
            staged.write(bytes);
            return staged;
        } catch (RuntimeException e) {
            staged.close();
            throw e;
        }
    }

    /** Bytes and name are on disk when this returns. Uploads that come at the same time share the folder's sync. */
    void secure(StagedBlob blob, BlobKey key) {
        StagedFile staged = (StagedFile) blob;
        try (FileChannel channel = FileChannel.open(staged.path, StandardOpenOption.WRITE)) {
            channel.force(true);
            Path secured = securedPath(key);
            Files.move(staged.path, secured, StandardCopyOption.ATOMIC_MOVE);
            staged.path = secured;
            sync.force();
        } catch (IOException e) {
            throw FileFailure.of(e, "Cannot secure an upload in " + folder);
        }
    }

    Path securedPath(BlobKey key) {
        return folder.resolve(key.path().replace("/", SLASH));
    }

    List<BlobKey> listSecured() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.contains(SLASH))
                    .map(name -> new BlobKey(name.replace(SLASH, "/")))
                    .toList();
        } catch (IOException e) {
            throw FileFailure.of(e, "Cannot list " + folder);
        }
    }

    Draft draft(String extension, Path place) {
        return new DraftFile(folder.resolve("draft-" + UUID.randomUUID() + extension), place);
    }

    /** Removes everything. */
    void clear() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw FileFailure.of(e, "Cannot clear " + folder);
        }
    }

    @Override
    public void close() {
        sync.close();
    }

    /** Hashes what it writes; what keeps it from writing is told apart from what keeps others from reading. */
    private static final class HashedFile extends OutputStream {
        private final FileChannel file;
        private final MessageDigest sha1;

        HashedFile(FileChannel file, MessageDigest sha1) {
            this.file = file;
            this.sha1 = sha1;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            sha1.update(bytes, offset, length);
            ByteBuffer piece = ByteBuffer.wrap(bytes, offset, length);
            try {
                while (piece.hasRemaining()) {
                    file.write(piece);
                }
            } catch (IOException e) {
                throw FileFailure.of(e, FAILURE);
            }
        }
    }

    private static final class StagedFile implements StagedBlob {
        private Path path;
        private Checksum checksum = Checksum.of(new byte[Checksum.LENGTH_IN_BYTES]);
        private long size;

        StagedFile(Path path) {
            this.path = path;
        }

        private void write(InputStream bytes) {
            try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
                MessageDigest sha1 = sha1();
                size = transfer(bytes, new HashedFile(file, sha1));
                checksum = Checksum.of(sha1.digest());
            } catch (IOException e) {
                throw FileFailure.of(e, FAILURE);
            }
        }

        private static long transfer(InputStream bytes, HashedFile file) {
            try {
                return bytes.transferTo(file);
            } catch (IOException e) {
                throw ErrorCode.INVALID.exception("The upload broke off before its end", e);
            }
        }

        private static MessageDigest sha1() {
            try {
                return MessageDigest.getInstance("SHA-1");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-1", e);
            }
        }

        @Override
        public Checksum checksum() {
            return checksum;
        }

        @Override
        public long sizeInBytes() {
            return size;
        }

        /** Once the bytes have moved to their place there is nothing left to remove. */
        @Override
        public void close() {
            Removal.quietly(path);
        }
    }
}
