package app.heirloom.library.preview;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.asset.blob.Draft;
import app.heirloom.library.asset.blob.RemovalRepository;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.extraction.MetadataReader;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.UserRepository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pictures of users. Only a small rendering of what was sent is kept, so that nobody learns where it was taken. */
public final class ProfileImages {
    private static final int MAX_BYTES = 20 * 1024 * 1024;

    private final Shelves shelves;
    private final Rendering rendering;
    private final JobQueues queues;
    private final Transactions transactions;
    private final InstantSource clock;

    /** Where the pictures are kept. */
    public record Shelves(UserRepository users, BlobStore blobs, RemovalRepository removals) {}

    /** How they are read and made. */
    public record Rendering(MetadataReader reader, PreviewRenderer renderer) {}

    public ProfileImages(
            Shelves shelves, Rendering rendering, JobQueues queues, Transactions transactions, InstantSource clock) {
        this.shelves = shelves;
        this.rendering = rendering;
        this.queues = queues;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Replaces the user's picture; fails as UNREADABLE_MEDIA when it is none, as INVALID when it is too large. */
    public User save(UserId id, InputStream picture) {
        BlobKey key = shelves.blobs().keyOf(id, "profile-" + UUID.randomUUID() + ".webp");
        try (Draft sent = shelves.blobs().draft(shelves.blobs().keyOf(id, "sent.jpg"));
                Draft preview = shelves.blobs().draft(shelves.blobs().keyOf(id, "preview.jpeg"));
                Draft thumbnail = shelves.blobs().draft(key)) {
            receive(picture, sent.path());
            Frame frame = rendering
                    .reader()
                    .read(sent.path(), AssetType.IMAGE, null)
                    .exif()
                    .frame();
            rendering
                    .renderer()
                    .render(new RenderRequest(sent.path(), AssetType.IMAGE, frame, preview.path(), thumbnail.path()));
            thumbnail.publish();
        }
        return replace(id, key);
    }

    /** The user has no picture any more. */
    public void remove(UserId id) {
        replace(id, null);
    }

    /** Fails as NOT_FOUND when the user has no picture. */
    public Path locate(User user) {
        String key = user.profile().imageKey();
        if (key == null) {
            throw ErrorCode.NOT_FOUND.exception("The user has no profile image");
        }
        return shelves.blobs().locate(new BlobKey(key));
    }

    private User replace(UserId id, @Nullable BlobKey key) {
        return transactions.write(() -> {
            User before = shelves.users().get(id);
            User after =
                    before.withProfile(before.profile().withImage(key == null ? null : key.path(), clock.instant()));
            shelves.users().save(after);
            String old = before.profile().imageKey();
            if (old != null) {
                shelves.removals().add(new BlobKey(old));
                queues.add(JobType.BLOB_REMOVAL, id.value());
            }
            return after;
        });
    }

    private static void receive(InputStream picture, Path file) {
        try {
            byte[] bytes = picture.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw ErrorCode.INVALID.exception("A profile image may have " + MAX_BYTES + " bytes at most");
            }
            Files.write(file, bytes);
        } catch (IOException e) {
            throw ErrorCode.INVALID.exception("The profile image could not be received: " + e.getMessage(), e);
        }
    }
}
