package app.heirloom.tools.devices;

import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.device.Device;
import app.heirloom.library.device.DeviceFile;
import app.heirloom.library.device.FileRepository.Observation;
import app.heirloom.library.device.FileStamp;
import app.heirloom.library.external.folder.Exclusions;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Walks through the tree of a device and opens no file. Links to files are looked through; links to folders are not
 * followed, since they lead back or elsewhere.
 */
public final class DeviceWalk {
    /** What Java makes of bytes that are no text. */
    private static final char REPLACEMENT = '\ufffd';

    private final Path root;
    private final int rootLength;
    private final Exclusions exclusions;

    public DeviceWalk(Device device) {
        this.root = device.root().folder();
        this.rootLength = root.resolve("x").toString().length() - 1;
        this.exclusions = new Exclusions(device.scope().exclusions());
    }

    /** Hands out the photos and videos; complaints are about what cannot be looked at. */
    void walk(Consumer<Observation> found, Consumer<Complaint> complaints) {
        new Walker(found, complaints, false).enter(root);
    }

    /**
     * Hands out all files, those too that are excluded, hidden or called otherwise. What a scan would not look at may be
     * unreadable.
     */
    public void walkEverything(Consumer<Observation> found, Consumer<Complaint> complaints) {
        new Walker(found, complaints, true).enter(root);
    }

    /** Whether a file of this path would be looked at. */
    boolean takes(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (isExcludedFolder(path.substring(0, slash))) {
                return false;
            }
        }
        return !excludesFile(path);
    }

    private boolean excludesFile(String path) {
        return exclusions.excludesFile("/" + path, DeviceFile.nameOf(path));
    }

    private static boolean isMedia(String path) {
        return MediaFormat.find(DeviceFile.nameOf(path)).isPresent();
    }

    private boolean isPhoto(String path) {
        return isMedia(path) && !excludesFile(path);
    }

    private boolean isWanted(String path) {
        return isMedia(path) && takes(path);
    }

    private boolean isExcludedFolder(String path) {
        return exclusions.excludesFolder("/" + path, DeviceFile.nameOf(path));
    }

    private final class Walker {
        private final Consumer<Observation> found;
        private final Consumer<Complaint> complaints;
        private final boolean everything;

        Walker(Consumer<Observation> found, Consumer<Complaint> complaints, boolean everything) {
            this.found = found;
            this.complaints = complaints;
            this.everything = everything;
        }

        /** By name, as the state has its files: so those of a portion lie side by side there, on few pages. */
        void enter(Path folder) {
            List<Path> entries = new ArrayList<>();
            try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
                listing.forEach(entries::add);
            } catch (IOException e) {
                complain(folder, isEntered(folder), e.toString());
            } catch (DirectoryIteratorException e) {
                complain(folder, isEntered(folder), String.valueOf(e.getCause()));
            }
            entries.sort(Comparator.naturalOrder());
            entries.forEach(this::visit);
        }

        private void visit(Path path) {
            BasicFileAttributes attributes;
            try {
                attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            } catch (IOException e) {
                complain(path, isEntered(path), e.toString());
                return;
            }
            String text = textOf(path);
            if (attributes.isDirectory()) {
                if (everything || !isExcludedFolder(text)) {
                    enter(path);
                }
            } else if (everything || isPhoto(text)) { // no folder above is excluded, or nobody asks
                look(path, text, attributes);
            }
        }

        private void look(Path path, String text, BasicFileAttributes attributes) {
            try {
                BasicFileAttributes file = attributes.isSymbolicLink()
                        ? Files.readAttributes(path, BasicFileAttributes.class)
                        : attributes;
                if (!isText(path)) {
                    complain(path, isWanted(text), "its name is no text");
                } else if (file.isRegularFile()) {
                    found.accept(new Observation(
                            text,
                            new FileStamp(file.size(), file.lastModifiedTime().toInstant())));
                }
            } catch (IOException e) {
                complain(path, isWanted(text), e.toString());
            }
        }

        private boolean isEntered(Path path) {
            return path.equals(root) || (takes(textOf(path)) && !isExcludedFolder(textOf(path)));
        }

        private void complain(Path path, boolean matters, String reason) {
            if (matters) {
                complaints.accept(new Complaint(path.toString(), reason));
            }
        }
    }

    /** Below the root; cut out of the text, since paths that are made relative cost more than all else here. */
    private String textOf(Path path) {
        String text = path.toString();
        return text.length() <= rootLength ? "" : text.substring(rootLength).replace(File.separatorChar, '/');
    }

    /** On Linux a name may be any bytes; what is none of the encoding becomes a sign of its own, and has no way back. */
    private static boolean isText(Path path) {
        String text = path.toString();
        try {
            return text.indexOf(REPLACEMENT) < 0
                    || path.equals(path.getFileSystem().getPath(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
