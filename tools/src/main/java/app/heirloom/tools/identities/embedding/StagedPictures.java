package app.heirloom.tools.identities.embedding;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.identity.picture.PictureOrigin;
import app.heirloom.library.identity.picture.PictureShape;
import app.heirloom.library.identity.picture.SeenPicture;
import app.heirloom.tools.identities.store.PictureFolder;
import app.heirloom.tools.identities.store.StagedPicture;
import app.heirloom.tools.identities.store.StagingEntry;
import app.heirloom.tools.identities.store.StagingLedger;
import app.heirloom.tools.identities.store.StagingOutcome;
import app.heirloom.tools.identities.store.StoreOwner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The pictures that were staged of a user, with where they are from. */
public record StagedPictures(StagingLedger ledger, PictureFolder folder, StoreOwner owner) {
    PictureTask task(String sha256) {
        return new PictureTask(sha256, file(sha256).toString());
    }

    private Path file(String sha256) {
        String place = ledger.find(sha256).orElseThrow().picture().file();
        return folder.resolve(place).toAbsolutePath().normalize();
    }

    SeenPicture seen(PictureLook look) {
        StagedPicture staged = ledger.find(look.sha256()).orElseThrow();
        return new SeenPicture(
                look.sha256(),
                List.of(file(look.sha256()).toString()),
                new PictureShape(
                        look.width(),
                        look.height(),
                        Optional.of(staged.picture().day())),
                origins(look.sha256()),
                look.faces());
    }

    /** All assets with the picture. */
    List<PictureOrigin> origins(String sha256) {
        return ledger.assetsOf(sha256).stream()
                .map(asset -> new PictureOrigin(owner.server(), owner.user(), asset.toString()))
                .toList();
    }

    /** Has the picture staged again by the next run. */
    void lose(String sha256) {
        ledger.find(sha256)
                .ifPresent(staged -> ledger.append(
                        StagingEntry.of(new AssetId(staged.assets().getFirst()), StagingOutcome.LOST, sha256)));
    }
}
