package app.heirloom.inference.download;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The part of a file that is here already: {@code NAME.part}, and beside it {@code NAME.part.from}, which says where it
 * came from and what the server called that version. While it is open nobody else can write to it.
 */
final class Draft implements AutoCloseable {
    private final Path file;
    private final Path origin;
    private final FileChannel channel;

    private Draft(Path file, FileChannel channel) {
        this.file = file;
        this.origin = originOf(file);
        this.channel = channel;
    }

    /**
     * Opens or begins the draft of a file.
     *
     * @throws HeirloomException INVALID when another pull is at it; DATA_DIRECTORY when nothing can be written there
     */
    static Draft open(Path target) {
        Path file = fileOf(target);
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw ErrorCode.INVALID.exception(
                        "Another process is pulling " + target + " right now: wait until it is through");
            }
            return new Draft(file, channel);
        } catch (IOException e) {
            throw ErrorCode.DATA_DIRECTORY.exception("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    static Path fileOf(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    private static Path originOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".from");
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path file() {
        return file;
    }

    long size() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The version of which this is a part, when it came from there; empty when it cannot be gone on with. */
    Optional<String> version(URI source) {
        try {
            List<String> lines = Files.isRegularFile(origin) ? Files.readAllLines(origin) : List.of();
            return lines.size() == 2 && lines.getFirst().equals(source.toString()) && size() > 0
                    ? Optional.of(lines.getLast())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Throws away what is here, and notes of which version the rest will be; empty when it has no name. */
    void restart(URI source, Optional<String> version) {
        try {
            Files.deleteIfExists(origin);
            channel.truncate(0);
            if (version.isPresent()) {
                Files.writeString(origin, source + "\n" + version.get() + "\n");
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Makes sure that the rest will fit.
     *
     * @throws HeirloomException STORAGE_FULL when it will not
     */
    void expect(long total) {
        try {
            FileStore disk = Files.getFileStore(file);
            long missing = total - size();
            if (missing > disk.getUsableSpace()) {
                throw ErrorCode.STORAGE_FULL.exception("The disk of " + file + " has " + disk.getUsableSpace()
                        + " bytes left, and " + missing + " are still to come: make room, then pull again");
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** @throws HeirloomException STORAGE_FULL when the disk is full */
    void append(byte[] bytes, int length) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
            long at = channel.size();
            while (buffer.hasRemaining()) {
                at += channel.write(buffer, at);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Makes the bytes durable. */
    void sync() {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Forgets where the bytes came from, once they are whole. */
    void finish() {
        try {
            Files.deleteIfExists(origin);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Removes the draft of a file, if there is one. */
    static void remove(Path target) {
        try {
            Files.deleteIfExists(originOf(fileOf(target)));
            Files.deleteIfExists(fileOf(target));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + fileOf(target), e);
        }
    }

    private HeirloomException failed(IOException e) {
        String reason = String.valueOf(e.getMessage());
        boolean full = reason.contains("No space left") || reason.contains("not enough space");
        return full
                ? ErrorCode.STORAGE_FULL.exception("No room left for " + file + ": make room, then pull again", e)
                : ErrorCode.DATA_DIRECTORY.exception("Cannot write " + file + ": " + reason, e);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
