package app.heirloom.tools.gallery;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.gallery.Content;
import app.heirloom.library.gallery.ContentHash;
import app.heirloom.library.gallery.ContentReader;
import app.heirloom.library.gallery.GalleryFile;
import app.heirloom.tools.gallery.ContentRecognition.Look;
import app.heirloom.tools.gallery.FolderListing.Photo;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Reads single files and has their contents looked at. The two stages have limits of their own, so that both are busy:
 * while models look at one picture, the next ones are read.
 */
final class FileIndexing {
    private final IndexShelves shelves;
    private final ContentReader reader;
    private final ContentRecognition recognition;
    private final IndexTally tally;
    private final Semaphore reading;
    private final Semaphore recognizing;
    /** Of contents that are being looked at, so that copies of one file wait for each other. */
    private final Map<ContentHash, Lock> busy = new ConcurrentHashMap<>();

    FileIndexing(
            IndexShelves shelves,
            ContentReader reader,
            ContentRecognition recognition,
            IndexSettings settings,
            IndexTally tally) {
        this.shelves = shelves;
        this.reader = reader;
        this.recognition = recognition;
        this.tally = tally;
        this.reading = new Semaphore(settings.readers());
        this.recognizing = new Semaphore(settings.recognitions());
    }

    /**
     * Indexes one file.
     *
     * @param content null when it has to be read
     * @return what is to be remembered of it; empty when it is gone
     * @throws HeirloomException DATABASE or STORAGE_FULL: no other file would fare better
     */
    Optional<GalleryFile> index(Photo photo, String name, GalleryFile.State state, @Nullable Content content)
            throws InterruptedException {
        ContentHash hash = null;
        try {
            Content found = content == null ? read(photo) : content;
            hash = found.hash();
            boolean isNew = recognize(photo, found);
            (isNew ? tally.recognized : tally.known).increment();
            return Optional.of(new GalleryFile(name, state, hash, null));
        } catch (NoSuchFileException e) {
            tally.vanished.increment();
            return Optional.empty();
        } catch (HeirloomException e) {
            if (e.code() == ErrorCode.DATABASE || e.code() == ErrorCode.STORAGE_FULL) {
                throw e;
            }
            return Optional.of(new GalleryFile(name, state, hash, failed(photo, String.valueOf(e.getMessage()))));
        } catch (IOException | RuntimeException e) { // one file never stops a run
            return Optional.of(new GalleryFile(name, state, hash, failed(photo, e.toString())));
        }
    }

    /** Tells the reason and returns it. */
    private String failed(Photo photo, String reason) {
        tally.failed.increment();
        tally.complain(photo.path(), reason);
        return reason;
    }

    private Content read(Photo photo) throws IOException, InterruptedException {
        reading.acquire();
        try {
            Content content = reader.read(photo.path(), this::find);
            tally.bytesRead.add(photo.sizeInBytes());
            return content;
        } finally {
            reading.release();
        }
    }

    private Optional<Content> find(ContentHash hash) {
        return shelves.transactions().read(() -> shelves.galleries().findContent(hash));
    }

    /** Whether there was anything to look at. */
    private boolean recognize(Photo photo, Content content) throws InterruptedException {
        Lock lock = busy.computeIfAbsent(content.hash(), hash -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            if (!isNew(content)) {
                return false;
            }
            save(look(photo), content);
            return true;
        } finally {
            lock.unlock();
            busy.remove(content.hash(), lock);
        }
    }

    /** Whether no file has had this content, or some model has not seen it. */
    private boolean isNew(Content content) {
        return shelves.transactions()
                .read(() -> shelves.galleries().findContent(content.hash()).isEmpty()
                        || !shelves.galleries()
                                .listUnseen(List.of(content.hash()), recognition.models())
                                .isEmpty());
    }

    private Look look(Photo photo) throws InterruptedException {
        recognizing.acquire();
        try {
            return recognition.look(photo.path());
        } finally {
            recognizing.release();
        }
    }

    /** While the disk is waited for, models look at the next picture. */
    private void save(Look look, Content content) {
        shelves.transactions().run(() -> {
            shelves.galleries().addContents(List.of(content));
            look.save(content);
            shelves.galleries().addLooks(content, recognition.models());
        });
        tally.faces.add(look.faces());
    }
}
