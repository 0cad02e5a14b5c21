package app.heirloom.cli.identity;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.storage.identity.NpzFaceCache;
import app.heirloom.tools.identities.sets.SetStore;
import app.heirloom.tools.identities.sets.Shelf;
import app.heirloom.tools.identities.store.UserFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose identity sets, and where they are, said alike by every command. */
final class SetOptions {
    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(
            names = "--sets",
            paramLabel = "DIR",
            description = "Folder of the identity sets of all users. Default: _sets in the store")
    private @Nullable Path sets;

    String label() {
        return store.label();
    }

    Path folder() {
        return sets == null ? store.sets() : sets;
    }

    SetStore open() {
        return SetStore.open(folder());
    }

    /** Fails as NOT_FOUND when the user has none. */
    SetStore openFilled() {
        if (Files.exists(folder())) {
            SetStore store = open();
            if (Stream.of(Shelf.values())
                    .anyMatch(shelf -> !store.list(shelf, label()).isEmpty())) {
                return store;
            }
            store.close();
        }
        throw ErrorCode.NOT_FOUND.exception("The user " + label() + " has no identity sets in " + folder()
                + " yet: heirloom identities cluster --user " + label());
    }

    /** The folder of the user; fails when nothing was staged. */
    UserFolder user() {
        return store.open();
    }

    /** What a model saw on the user's pictures; fails as NOT_FOUND when none looked. */
    static FaceCache cache(UserFolder user) {
        return NpzFaceCache.open(user.cache());
    }
}
