package app.heirloom.tools.devices;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.device.DeviceFile;
import app.heirloom.library.device.DeviceFile.Identity;
import app.heirloom.library.device.FileRepository.Identification;
import app.heirloom.library.device.FileStamp;
import app.heirloom.library.device.Provenance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Reads files whole. */
public final class FileContent {
    private static final int BUFFER = 1 << 18;

    private final Path root;

    public FileContent(Path root) {
        this.root = root;
    }

    /** What reading a file came to. */
    public sealed interface Reading {
        DeviceFile file();

        record Read(DeviceFile file, Checksum checksum) implements Reading {}

        /** It is not what a scan saw, or changed while it was read. */
        record Changed(DeviceFile file) implements Reading {}

        record Unreadable(DeviceFile file, String reason) implements Reading {}
    }

    public Path locate(DeviceFile file) {
        return root.resolve(file.path());
    }

    public Reading read(DeviceFile file) {
        Path path = locate(file);
        try {
            if (!stampOf(path).equals(file.stamp())) {
                return new Reading.Changed(file);
            }
            Checksum checksum = hash(path);
            return stampOf(path).equals(file.stamp()) ? new Reading.Read(file, checksum) : new Reading.Changed(file);
        } catch (IOException e) {
            return new Reading.Unreadable(file, e.toString());
        }
    }

    /** What was found out by reading. */
    static List<Identification> identify(List<Reading> readings) {
        return readings.stream()
                .filter(Reading.Read.class::isInstance)
                .map(Reading.Read.class::cast)
                .map(read -> new Identification(read.file(), new Identity(read.checksum(), Provenance.HASHED), null))
                .toList();
    }

    private static FileStamp stampOf(Path path) throws IOException {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new FileStamp(attributes.size(), attributes.lastModifiedTime().toInstant());
    }

    private static Checksum hash(Path path) throws IOException {
        MessageDigest digest = sha1();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(path)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return Checksum.of(digest.digest());
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-1", e);
        }
    }
}
