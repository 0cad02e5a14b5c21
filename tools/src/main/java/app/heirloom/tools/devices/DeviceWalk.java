package app.heirloom.tools.devices;

import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.device.Device;
import app.heirloom.library.device.FileRepository.Observation;
import app.heirloom.library.device.FileStamp;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.external.Exclusions;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the tree of a device and opens no file. Links to files are looked through; links to folders are not
 * followed, since they lead back or elsewhere.
 */
final class DeviceWalk {
    private final Path root;
    private final Exclusions exclusions;

    DeviceWalk(Device device) {
        this.root = device.root().folder();
        this.exclusions = new Exclusions(device.scope().exclusions());
    }

    /** Hands out what is found; complaints are about what cannot be looked at. */
    void walk(Consumer<Observation> found, Consumer<Complaint> complaints) {
        try {
            Files.walkFileTree(root, new Visitor(found, complaints));
        } catch (IOException e) {
            throw ErrorCode.INVALID.exception("Cannot walk through " + root + ": " + e.getMessage(), e);
        }
    }

    /** Whether a file of this path would be looked at. */
    boolean takes(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            if (exclusions.excludesFolder("/" + folder, lastOf(folder))) {
                return false;
            }
        }
        return !exclusions.excludesFile("/" + path, lastOf(path));
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Consumer<Observation> found;
        private final Consumer<Complaint> complaints;

        Visitor(Consumer<Observation> found, Consumer<Complaint> complaints) {
            this.found = found;
            this.complaints = complaints;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean isEntered = folder.equals(root) || !exclusions.excludesFolder("/" + textOf(folder), nameOf(folder));
            return isEntered ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            String name = nameOf(path);
            if (MediaFormat.find(name).isPresent() && !exclusions.excludesFile("/" + textOf(path), name)) {
                look(path, attributes);
            }
            return FileVisitResult.CONTINUE;
        }

        private void look(Path path, BasicFileAttributes attributes) {
            try {
                BasicFileAttributes file = attributes.isSymbolicLink()
                        ? Files.readAttributes(path, BasicFileAttributes.class)
                        : attributes;
                if (!isText(path)) {
                    complaints.accept(new Complaint(path.toString(), "its name is no text"));
                } else if (file.isRegularFile()) {
                    found.accept(new Observation(
                            textOf(path),
                            new FileStamp(file.size(), file.lastModifiedTime().toInstant())));
                }
            } catch (IOException e) {
                complaints.accept(new Complaint(path.toString(), e.toString()));
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException failure) {
            complaints.accept(new Complaint(path.toString(), failure.toString()));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            if (failure != null) {
                complaints.accept(new Complaint(folder.toString(), failure.toString()));
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    private String textOf(Path path) {
        return root.relativize(path).toString().replace(File.separatorChar, '/');
    }

    /** On Linux a name may be any bytes. */
    private static boolean isText(Path path) {
        try {
            return path.equals(path.getFileSystem().getPath(path.toString()));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
