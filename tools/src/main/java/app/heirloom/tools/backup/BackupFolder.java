package app.heirloom.tools.backup;

import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.RemoteAccount;
import app.heirloom.library.user.UserId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** A folder with a folder for each duplicate group. One program at a time uses it. */
public final class BackupFolder implements AutoCloseable {
    private static final String LABEL = "backup.json";
    private static final String LOCK = ".lock";
    private static final String TOOL = "heirloom dupes";
    private static final int FORMAT = 1;

    private final Path folder;
    private final FileChannel lock;

    /** What the folder says of itself. */
    private record Label(String tool, int format, String server, UserId user) {}

    private BackupFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens the folder, which is made if need be.
     *
     * @throws HeirloomException INVALID when it is of another user, another tool or in use
     */
    public static BackupFolder create(Path folder, RemoteAccount account) {
        try {
            Files.createDirectories(folder);
            BackupFolder backup = lock(folder);
            try {
                if (Files.notExists(folder.resolve(LABEL))) {
                    backup.write(new Label(
                            TOOL,
                            FORMAT,
                            account.server().address().toString(),
                            account.user().id()));
                }
                backup.requireFor(account);
                return backup;
            } catch (RuntimeException | IOException e) {
                backup.close();
                throw e;
            }
        } catch (IOException e) {
            throw DiskFailure.of("Cannot make the backup folder " + folder, e);
        }
    }

    /** Opens a folder that is a backup already; fails as INVALID when it is none, or in use. */
    public static BackupFolder open(Path folder) {
        if (Files.notExists(folder.resolve(LABEL))) {
            throw ErrorCode.INVALID.exception(
                    folder + " is no backup folder of heirloom dupes: " + LABEL + " is missing");
        }
        try {
            return lock(folder);
        } catch (IOException e) {
            throw DiskFailure.of("Cannot open the backup folder " + folder, e);
        }
    }

    private static BackupFolder lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new BackupFolder(folder, channel);
            }
        } catch (OverlappingFileLockException e) {
            // told below
        }
        channel.close();
        throw ErrorCode.INVALID.exception("The backup folder " + folder + " is in use by another run");
    }

    private void write(Label label) throws IOException {
        Path part = folder.resolve(LABEL + GroupBackup.PART);
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(BackupJson.MAPPER.writeValueAsBytes(label));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(part, folder.resolve(LABEL), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Folders.sync(folder);
    }

    /** Fails as INVALID unless the backup is of this user, whose ids tell servers apart too. */
    public void requireFor(RemoteAccount account) {
        Label label = label();
        if (!label.tool().equals(TOOL) || label.format() != FORMAT) {
            throw ErrorCode.INVALID.exception(
                    "The backup folder " + folder + " is of another tool, or another version of heirloom");
        }
        if (!label.user().equals(account.user().id())) {
            throw ErrorCode.INVALID.exception("The backup folder " + folder + " is of another user (" + label.user()
                    + " on " + label.server() + "): choose another folder, or his key");
        }
    }

    private Label label() {
        try {
            return BackupJson.MAPPER.readValue(folder.resolve(LABEL), Label.class);
        } catch (JacksonException e) {
            throw ErrorCode.INVALID.exception(folder.resolve(LABEL) + " is damaged: " + e.getOriginalMessage(), e);
        }
    }

    /** A group's part of it, whether something was done there already or not. */
    public GroupBackup group(DuplicateGroupId id) {
        return new GroupBackup(folder.resolve(id.toString()));
    }

    /** Hands over the groups that were begun, one by one. */
    public void forEach(BiConsumer<DuplicateGroupId, GroupBackup> action) {
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry -> Files.exists(entry.resolve(GroupBackup.JOURNAL)))
                    .sorted()
                    .forEach(entry -> {
                        DuplicateGroupId id = idOf(entry);
                        if (id != null) {
                            action.accept(id, new GroupBackup(entry));
                        }
                    });
        } catch (IOException e) {
            throw DiskFailure.of("Cannot read the backup folder " + folder, e);
        }
    }

    private static @Nullable DuplicateGroupId idOf(Path entry) {
        try {
            return DuplicateGroupId.parse(entry.getFileName().toString());
        } catch (IllegalArgumentException e) {
            return null; // somebody else's folder
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw DiskFailure.of("Cannot close the backup folder " + folder, e);
        }
    }
}
