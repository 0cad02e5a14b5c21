package app.heirloom.storage.files;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.external.folder.FileStamp;
import app.heirloom.library.external.folder.FolderEntry;
import app.heirloom.library.external.folder.FolderReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Folders of this machine's file systems, as they are outside of the data directory. */
public final class ExternalFolders implements FolderReader {
    private static final int BUFFER_SIZE = 256 * 1024;

    private final Path dataDirectory;
    /** Device and inode, by which a folder is known under any name. */
    private final @Nullable Object dataDirectoryKey;

    /** @param dataDirectory must exist */
    public ExternalFolders(Path dataDirectory) {
        try {
            this.dataDirectory = dataDirectory.toRealPath();
            this.dataDirectoryKey = attributes(this.dataDirectory).fileKey();
        } catch (IOException e) {
            throw FileFailure.of(e, "Cannot look at the data directory " + dataDirectory);
        }
    }

    @Override
    public Optional<String> objection(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                return Optional.of(Files.exists(folder) ? "This is not a folder" : "The folder does not exist");
            }
            if (isInDataDirectory(folder.toRealPath())) {
                return Optional.of("The folder lies in the data directory of this server");
            }
            return Files.isReadable(folder) ? Optional.empty() : Optional.of("The folder may not be read");
        } catch (IOException e) {
            return Optional.of("The folder cannot be looked at: " + e.getMessage());
        }
    }

    @Override
    public Path realPath(Path folder) throws IOException {
        return folder.toRealPath();
    }

    @Override
    public List<FolderEntry> list(Path folder) throws IOException {
        List<FolderEntry> entries = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
            for (Path path : paths) {
                FolderEntry entry = look(path);
                if (entry != null) {
                    entries.add(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return entries;
    }

    @Override
    public FileStamp stamp(Path file) throws IOException {
        return stamp(attributes(file));
    }

    @Override
    public Checksum checksum(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);
            while (channel.read(buffer) >= 0) {
                sha1.update(buffer.flip());
                buffer.clear();
            }
            return Checksum.of(sha1.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    @Override
    public boolean isGone(Path file) {
        return Files.notExists(file);
    }

    /** Null for what is neither file nor folder, and for the data directory. */
    private @Nullable FolderEntry look(Path path) {
        String name = String.valueOf(path.getFileName());
        if (!isText(path, name)) {
            return new FolderEntry.Unreadable(name);
        }
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isSymbolicLink() ? lookThrough(path, name) : entry(name, attributes);
        } catch (IOException e) {
            return new FolderEntry.Unreadable(name);
        }
    }

    private @Nullable FolderEntry lookThrough(Path link, String name) throws IOException {
        BasicFileAttributes attributes = attributes(link);
        if (!attributes.isDirectory()) {
            return isInDataDirectory(link.toRealPath()) ? null : entry(name, attributes);
        }
        Path target = link.toRealPath();
        return isInDataDirectory(target) ? null : new FolderEntry.Link(name, target);
    }

    private @Nullable FolderEntry entry(String name, BasicFileAttributes attributes) {
        if (attributes.isDirectory()) {
            return isDataDirectory(attributes) ? null : new FolderEntry.Folder(name);
        }
        return attributes.isRegularFile() ? new FolderEntry.File(name, stamp(attributes)) : null;
    }

    private boolean isInDataDirectory(Path real) throws IOException {
        if (real.startsWith(dataDirectory)) {
            return true;
        }
        for (Path above = real; above != null; above = above.getParent()) {
            if (isDataDirectory(attributes(above))) {
                return true;
            }
        }
        return false;
    }

    private boolean isDataDirectory(BasicFileAttributes attributes) {
        return dataDirectoryKey != null && dataDirectoryKey.equals(attributes.fileKey());
    }

    /** Whether the name survives being written down: on Linux it may be any bytes. */
    private static boolean isText(Path path, String name) {
        try {
            Path fileName = path.getFileName();
            return fileName != null && fileName.equals(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static FileStamp stamp(BasicFileAttributes attributes) {
        var modified = attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MICROS);
        return new FileStamp(attributes.size(), modified);
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }
}
