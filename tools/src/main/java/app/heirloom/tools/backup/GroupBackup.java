package app.heirloom.tools.backup;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.asset.RemoteDownload;
import app.heirloom.library.remote.asset.RemoteDownload.Received;
import app.heirloom.library.remote.asset.RemoteOriginal;
import app.heirloom.library.remote.asset.RemoteOriginals;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/** A duplicate group's folder in a backup: its journal, and the originals of those that go. Used by one thread. */
public final class GroupBackup {
    static final String PART = ".part";
    static final String JOURNAL = "journal.jsonl";

    private final Path folder;
    private final Journal<Step> journal;
    private GroupRecord record;

    GroupBackup(Path folder) {
        this.folder = folder;
        this.journal = new Journal<>(folder.resolve(JOURNAL), Step.class);
        this.record = GroupRecord.of(journal.read());
    }

    /** What the journal tells. */
    public GroupRecord record() {
        return record;
    }

    /** Returns once the step is on disk. */
    public void append(Step step) {
        if (Files.notExists(folder)) {
            create();
        }
        journal.append(step);
        record = record.with(step);
    }

    private void create() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw DiskFailure.of("Cannot make the folder " + folder, e);
        }
        Folders.syncAbove(folder);
    }

    /**
     * Fetches an original, makes sure that it is what the server has, and notes that. It takes however long it takes.
     *
     * @throws HeirloomException REMOTE_UNREACHABLE when the transfer breaks off, REMOTE_FAILURE when other bytes came,
     *     STORAGE_FULL
     */
    public Step.Saved save(AssetId asset, RemoteOriginal original, RemoteOriginals server) {
        String name = SafeFileName.of(asset, original.fileName());
        Path part = folder.resolve(name + PART);
        try {
            Received received = fetch(asset, server, part);
            requireSame(original, received);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Folders.sync(folder);
            var saved = new Step.Saved(asset, name, received.sizeInBytes(), received.checksum());
            append(saved);
            return saved;
        } catch (IOException e) {
            throw DiskFailure.of("Cannot write " + part, e);
        } finally {
            discard(part);
        }
    }

    private static Received fetch(AssetId asset, RemoteOriginals server, Path part) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                RemoteDownload download = server.download(asset)) {
            var target = new DiskStream(Channels.newOutputStream(channel));
            Received received = copy(download, target);
            channel.force(true);
            return received;
        }
    }

    /** A broken connection is none of the disk's failures. */
    private static Received copy(RemoteDownload download, DiskStream target) throws IOException {
        try {
            return download.copyTo(target);
        } catch (IOException e) {
            if (target.hasFailed) {
                throw e;
            }
            throw ErrorCode.REMOTE_UNREACHABLE.exception("The download broke off: " + e.getMessage(), e);
        }
    }

    private static void requireSame(RemoteOriginal original, Received received) {
        Long size = original.sizeInBytes();
        boolean isSame =
                received.checksum().equals(original.checksum()) && (size == null || size == received.sizeInBytes());
        if (!isSame) {
            throw ErrorCode.REMOTE_FAILURE.exception(
                    "What was downloaded is not the original: %d bytes with SHA-1 %s instead of %s bytes with %s"
                            .formatted(received.sizeInBytes(), received.checksum(), size, original.checksum()));
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw DiskFailure.of("Cannot remove " + part, e);
        }
    }

    /** Where the original is. */
    public Path locate(Step.Saved saved) {
        return folder.resolve(saved.fileName());
    }

    /** Whether the original is still on disk as it was saved; reads all of it. */
    public boolean isIntact(Step.Saved saved) {
        Path file = locate(saved);
        try (InputStream bytes = Files.newInputStream(file)) {
            Received found = new RemoteDownload(bytes, OptionalLong.empty()).copyTo(OutputStream.nullOutputStream());
            return found.checksum().equals(saved.checksum()) && found.sizeInBytes() == saved.sizeInBytes();
        } catch (IOException e) {
            return false;
        }
    }

    /** Remembers that it was the disk that failed. */
    private static final class DiskStream extends FilterOutputStream {
        private boolean hasFailed;

        DiskStream(OutputStream disk) {
            super(disk);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                hasFailed = true;
                throw e;
            }
        }
    }
}
