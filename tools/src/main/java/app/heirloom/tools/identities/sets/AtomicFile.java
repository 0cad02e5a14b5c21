package app.heirloom.tools.identities.sets;

import app.heirloom.tools.backup.DiskFailure;
import app.heirloom.tools.backup.Folders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files that are there whole or as they were, whenever the program is stopped. */
final class AtomicFile {
    private static final String PART = ".part";

    private AtomicFile() {}

    static void write(Path file, byte[] content) {
        Path part = file.resolveSibling(file.getFileName() + PART);
        try {
            try (FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw DiskFailure.of("Cannot write " + file, e);
        }
        Folders.syncAbove(file);
    }
}
