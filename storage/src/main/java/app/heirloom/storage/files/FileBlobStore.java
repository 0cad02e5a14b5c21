package app.heirloom.storage.files;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.asset.blob.DiskSpace;
import app.heirloom.library.asset.blob.Draft;
import app.heirloom.library.asset.blob.StagedBlob;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.user.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Blobs as files under one directory: {@code originals/OWNER/ab/cd/ASSET.ext} and {@code derivatives/...} likewise,
 * where ab and cd are the first digits of the asset's id. Each of the two has a {@code .staging} beside the owners, so
 * that what is staged lies on the same file system as its place.
 */
public final class FileBlobStore implements BlobStore, AutoCloseable {
    private static final String ORIGINALS = "originals";
    private static final String DERIVATIVES = "derivatives";

    private final Path root;
    private final Staging originals;
    private final Staging derivatives;

    private FileBlobStore(Path root) throws IOException {
        this.root = root;
        this.originals = Staging.open(root.resolve(ORIGINALS).resolve(".staging"));
        this.derivatives = Staging.open(root.resolve(DERIVATIVES).resolve(".staging"));
    }

    /** Opens the store in the directory, which must exist. */
    public static FileBlobStore open(Path root) {
        try {
            return new FileBlobStore(root);
        } catch (IOException e) {
            throw FileFailure.of(e, "Cannot use the data directory " + root);
        }
    }

    @Override
    public StagedBlob stage(InputStream bytes) {
        return originals.receive(bytes);
    }

    @Override
    public BlobKey originalKey(UserId owner, AssetId asset, String fileName) {
        return new BlobKey(folderOf(ORIGINALS, owner, asset) + asset + MediaFormat.extensionOf(fileName));
    }

    @Override
    public BlobKey keyOf(Asset asset, FileKind kind, String extension) {
        BlobKey original = asset.original().key();
        if (kind == FileKind.SIDECAR && (!original.isExternal() || ExternalSidecar.isWritableBeside(original))) {
            return new BlobKey(original.path() + "." + extension);
        }
        String name = asset.id() + "-" + kind.name().toLowerCase(Locale.ROOT) + "." + extension;
        return new BlobKey(folderOf(DERIVATIVES, asset.owner(), asset.id()) + name);
    }

    @Override
    public BlobKey keyOf(UserId owner, String name) {
        return new BlobKey(DERIVATIVES + "/" + owner + "/" + name);
    }

    private static String folderOf(String kind, UserId owner, AssetId asset) {
        String digits = asset.toString();
        return kind + "/" + owner + "/" + digits.substring(0, 2) + "/" + digits.substring(2, 4) + "/";
    }

    @Override
    public void secure(StagedBlob blob, BlobKey key) {
        originals.secure(blob, key);
    }

    @Override
    public void keep(BlobKey key) {
        Path place = placeOf(key);
        try {
            Files.createDirectories(parentOf(place));
            Files.move(originals.securedPath(key), place, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // Somebody else has moved it: the job that needed it, or the sweep.
        } catch (IOException e) {
            throw FileFailure.of(e, "Cannot move an upload to " + place);
        }
    }

    @Override
    public Path locate(BlobKey key) {
        if (key.isExternal()) {
            return locateExternal(Path.of(key.path()));
        }
        Path place = placeOf(key);
        if (!Files.exists(place)) {
            keep(key);
            if (!Files.exists(place)) {
                throw ErrorCode.NOT_FOUND.exception("The file " + key + " is missing");
            }
        }
        return place;
    }

    private static Path locateExternal(Path file) {
        if (!Files.isRegularFile(file)) {
            throw ErrorCode.NOT_FOUND.exception("The file " + file + " of an external library is missing");
        }
        return file;
    }

    @Override
    public Draft draft(BlobKey key) {
        if (key.isExternal()) {
            return ExternalSidecar.draft(key);
        }
        Staging staging = key.path().startsWith(ORIGINALS + "/") ? originals : derivatives;
        return staging.draft(MediaFormat.extensionOf(key.path()), placeOf(key));
    }

    @Override
    public void remove(BlobKey key) {
        try {
            Files.deleteIfExists(originals.securedPath(key));
            Files.deleteIfExists(placeOf(key));
        } catch (IOException e) {
            throw FileFailure.of(e, "Cannot remove " + key);
        }
    }

    @Override
    public DiskSpace space() {
        try {
            FileStore store = Files.getFileStore(root.resolve(ORIGINALS));
            return new DiskSpace(store.getTotalSpace(), store.getUsableSpace());
        } catch (IOException e) {
            throw FileFailure.of(e, "Cannot measure the disk of " + root);
        }
    }

    @Override
    public void sweep(Predicate<BlobKey> isCommitted) {
        originals.listSecured().stream().filter(isCommitted).forEach(this::keep);
        originals.clear();
        derivatives.clear();
        listFilesOfUsers().stream().filter(isCommitted.negate()).forEach(this::remove);
    }

    /** Unlike those of assets, they have a new name each time, and lie in their place before their row is written. */
    private List<BlobKey> listFilesOfUsers() {
        Path folder = root.resolve(DERIVATIVES);
        try (Stream<Path> owners = Files.list(folder)) {
            var keys = new ArrayList<BlobKey>();
            for (Path owner : owners.filter(Files::isDirectory).toList()) {
                try (Stream<Path> files = Files.list(owner)) {
                    files.filter(Files::isRegularFile)
                            .map(file -> DERIVATIVES + "/" + owner.getFileName() + "/" + file.getFileName())
                            .map(BlobKey::new)
                            .forEach(keys::add);
                }
            }
            return keys;
        } catch (IOException e) {
            throw FileFailure.of(e, "Cannot list " + folder);
        }
    }

    @Override
    public void close() {
        originals.close();
        derivatives.close();
    }

    /** Keys are made by this class, but a database from elsewhere must not lead out of the directory either. */
    private Path placeOf(BlobKey key) {
        Path place = root.resolve(key.path()).normalize();
        if (key.isExternal() || !place.startsWith(root)) {
            throw ErrorCode.INVALID.exception("The key " + key + " leads out of the data directory");
        }
        return place;
    }

    private static Path parentOf(Path place) {
        Path parent = place.getParent();
        if (parent == null) {
            throw new IllegalStateException(place + " has no folder");
        }
        return parent;
    }
}
