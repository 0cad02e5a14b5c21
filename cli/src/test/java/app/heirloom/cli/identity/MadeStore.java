package app.heirloom.cli.identity;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.identity.picture.PictureOrigin;
import app.heirloom.library.identity.picture.PictureShape;
import app.heirloom.library.identity.picture.SeenPicture;
import app.heirloom.library.person.FaceBox;
import app.heirloom.storage.identity.NpzFaceCache;
import app.heirloom.testkit.identity.MadeUpFaces;
import app.heirloom.testkit.identity.SeenPictures;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.tools.identities.store.StoreOwner;
import app.heirloom.tools.identities.store.UserFolder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;

/** Makes what stage and embed leave behind, of made-up people, on a server that found their faces too. */
record MadeStore(Path store, FakePhotoServer photos) {
    static final int FACES = 6;
    private static final ModelId MODEL = new ModelId("made up");
    private static final int SIDE = 400;
    /** Where {@link SeenPictures} have theirs. */
    private static final FaceBox FACE = new FaceBox(new Dimensions(SIDE, SIDE), 100, 100, 300, 320);

    /** Each on six pictures of their own. */
    void add(int people) throws IOException {
        StoreOwner owner = StoreOwner.of(photos.account());
        try (UserFolder user = UserFolder.create(store, "ann", owner);
                var cache = NpzFaceCache.open(user.cache(), MODEL)) {
            List<SeenPicture> seen = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                for (int face = 0; face < FACES; face++) {
                    seen.add(picture(person, face, owner));
                }
            }
            cache.add(seen);
        }
    }

    private SeenPicture picture(int person, int number, StoreOwner owner) throws IOException {
        String name = person + "-" + number;
        Path file = Files.createDirectories(store.resolveSibling("pictures")).resolve(name + ".jpg");
        paint(name.hashCode(), file);
        AssetId asset = photos.add(name + ".jpg", Files.readAllBytes(file)).id();
        photos.addFace(asset, FACE, null);
        return new SeenPicture(
                SeenPictures.sha256(name),
                List.of(file.toString()),
                new PictureShape(SIDE, SIDE, Optional.of(LocalDate.of(2000 + 3 * number, 5, 9))),
                List.of(new PictureOrigin(owner.server(), owner.user(), asset.toString())),
                List.of(SeenPictures.face(MadeUpFaces.embedding(person, 1_000_003L * (person + 1) + number))));
    }

    /** Patches of random colours, which nobody takes for another picture's. */
    private static void paint(int seed, Path file) throws IOException {
        var random = new Random(seed);
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        for (int patch = 0; patch < 64; patch++) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            graphics.fillRect(patch % 8 * 50, patch / 8 * 50, 50, 50);
        }
        graphics.dispose();
        ImageIO.write(picture, "jpeg", file.toFile());
    }
}
