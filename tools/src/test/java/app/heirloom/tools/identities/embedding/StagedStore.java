package app.heirloom.tools.identities.embedding;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.face.FaceFinder;
import app.heirloom.library.remote.asset.RemoteDownload;
import app.heirloom.testkit.identity.SeenPictures;
import app.heirloom.tools.identities.store.PictureFolder;
import app.heirloom.tools.identities.store.StagingEntry;
import app.heirloom.tools.identities.store.StagingLedger;
import app.heirloom.tools.identities.store.StoreOwner;
import app.heirloom.tools.identities.store.UserFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/** Pictures that were staged, and a model that sees one face in each, like the picture's text. */
public final class StagedStore implements AutoCloseable {
    public static final ModelId MODEL = new ModelId("faces");
    public static final String UNREADABLE = "unreadable";
    private static final LocalDate DAY = LocalDate.of(2024, 5, 1);

    private final UserFolder folder;
    private final StagingLedger ledger;

    private StagedStore(UserFolder folder) {
        this.folder = folder;
        this.ledger = folder.ledger();
    }

    public static StagedStore create(Path store) {
        return new StagedStore(
                UserFolder.create(store, "ann", new StoreOwner("http://nas", "1", "Ann", "ann@example.com")));
    }

    /** Stages a picture of this text, and tells its SHA-256. */
    public String stage(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        PictureFolder pictures = folder.pictures();
        var download = new RemoteDownload(new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length));
        try (PictureFolder.Received received = pictures.receive(download)) {
            String place = pictures.keep(received, "photo.jpg");
            ledger.append(StagingEntry.staged(
                    AssetId.random(), received.sha256(), StagingEntry.Picture.of(place, received.checksum(), DAY)));
            return received.sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public StagingLedger ledger() {
        return ledger;
    }

    public StagedPictures pictures() {
        return new StagedPictures(ledger, folder.pictures(), folder.owner());
    }

    public Path file(String sha256) {
        return Path.of(pictures().task(sha256).path());
    }

    /** Looks at pictures of 10 x 10 pixels. */
    public static PictureSight sight() {
        return new PictureSight(
                (file, longestSide) -> {
                    String text = read(file);
                    if (text.contains(UNREADABLE)) {
                        throw ErrorCode.UNREADABLE_MEDIA.exception("The file is damaged");
                    }
                    byte[] rgb = new byte[300];
                    rgb[0] = (byte) text.hashCode();
                    return new Picture(10, 10, rgb);
                },
                (file, type, sidecar) -> {
                    throw ErrorCode.UNREADABLE_MEDIA.exception("Nothing is said of " + file);
                },
                new OneFace());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        ledger.close();
        folder.close();
    }

    private static final class OneFace implements FaceFinder {
        @Override
        public ModelId model() {
            return MODEL;
        }

        @Override
        public int size() {
            return 2;
        }

        @Override
        public int longestSide() {
            return 10;
        }

        @Override
        public double likeness() {
            return 0.5;
        }

        @Override
        public List<Found> find(Picture picture, float scale) {
            return List.of(SeenPictures.face(Embedding.of(new float[] {1, picture.at(0, 0, 0)})));
        }
    }
}
