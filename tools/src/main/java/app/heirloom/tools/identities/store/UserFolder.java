package app.heirloom.tools.identities.store;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.tools.backup.DiskFailure;
import app.heirloom.tools.backup.Folders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * A user's folder in a store:
 *
 * <pre>
 * STORE/LABEL/
 *   user.json         whose it is
 *   staging.jsonl     what became of each asset of the photo server
 *   pictures/ab/...   originals, named by their SHA-256
 *   faces.npz         what the model saw in them
 *   sets/             identity sets
 * </pre>
 *
 * One program at a time uses it.
 */
public final class UserFolder implements AutoCloseable {
    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,63}");
    private static final String OWNER = "user.json";
    private static final String LOCK = ".lock";

    private final Path folder;
    private final StoreOwner owner;
    private final FileChannel lock;

    private UserFolder(Path folder, StoreOwner owner, FileChannel lock) {
        this.folder = folder;
        this.owner = owner;
        this.lock = lock;
    }

    /**
     * Opens the user's folder, which is made if need be.
     *
     * @param label what the user is called here
     * @throws app.heirloom.library.error.HeirloomException INVALID when the folder is of another user or in use, or the
     *     label cannot be a folder; STORAGE_FULL
     */
    public static UserFolder create(Path store, String label, StoreOwner owner) {
        Path folder = store.resolve(requireLabel(label));
        try {
            Files.createDirectories(folder);
            FileChannel lock = lock(folder);
            try {
                if (Files.notExists(folder.resolve(OWNER))) {
                    write(folder, owner);
                }
                StoreOwner known = read(folder);
                if (!known.isSame(owner)) {
                    throw ErrorCode.INVALID.exception("The folder " + folder + " is of " + known + " on "
                            + known.server() + ", and the API key of " + owner
                            + ": choose another label, or his key");
                }
                return new UserFolder(folder, known, lock);
            } catch (RuntimeException | IOException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw DiskFailure.of("Cannot make the folder " + folder, e);
        }
    }

    /** Opens a folder that is there; fails as NOT_FOUND when it is not, and as INVALID when it is in use. */
    public static UserFolder open(Path store, String label) {
        Path folder = store.resolve(requireLabel(label));
        if (Files.notExists(folder.resolve(OWNER))) {
            throw ErrorCode.NOT_FOUND.exception("Nothing was staged for " + label + " in " + store
                    + " yet: heirloom identities stage --user " + label);
        }
        try {
            FileChannel lock = lock(folder);
            try {
                return new UserFolder(folder, read(folder), lock);
            } catch (RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw DiskFailure.of("Cannot open the folder " + folder, e);
        }
    }

    private static String requireLabel(String label) {
        if (!LABEL.matcher(label).matches()) {
            throw ErrorCode.INVALID.exception("The label " + label
                    + " cannot be a folder: use up to 64 letters, digits and ._@+-, beginning with a letter or digit");
        }
        return label;
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // told below
        }
        channel.close();
        throw ErrorCode.INVALID.exception("The folder " + folder + " is in use by another run");
    }

    private static void write(Path folder, StoreOwner owner) throws IOException {
        Path part = folder.resolve(OWNER + ".part");
        Files.write(part, StoreJson.MAPPER.writeValueAsBytes(owner));
        Files.move(part, folder.resolve(OWNER), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Folders.sync(folder);
    }

    private static StoreOwner read(Path folder) {
        Path file = folder.resolve(OWNER);
        try {
            return StoreJson.MAPPER.readValue(file, StoreOwner.class);
        } catch (JacksonException e) {
            throw ErrorCode.INVALID.exception(file + " is damaged: " + e.getOriginalMessage(), e);
        }
    }

    public StoreOwner owner() {
        return owner;
    }

    public Path path() {
        return folder;
    }

    /** What became of each asset. */
    public StagingLedger ledger() {
        return StagingLedger.open(folder.resolve("staging.jsonl"));
    }

    /** Where the pictures are. */
    public PictureFolder pictures() {
        return new PictureFolder(folder.resolve("pictures"));
    }

    /** The file of the cache of faces. */
    public Path cache() {
        return folder.resolve("faces.npz");
    }

    /** The folder of identity sets. */
    public Path sets() {
        return folder.resolve("sets");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw DiskFailure.of("Cannot close the folder " + folder, e);
        }
    }
}
