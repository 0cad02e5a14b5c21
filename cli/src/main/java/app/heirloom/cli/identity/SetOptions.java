package app.heirloom.cli.identity;

import app.heirloom.library.identity.FaceCache;
import app.heirloom.storage.identity.NpzFaceCache;
import app.heirloom.tools.identities.sets.SetStore;
import app.heirloom.tools.identities.store.UserFolder;
import java.nio.file.Path;
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

    /** The folder of the user; fails when nothing was staged. */
    UserFolder user() {
        return store.open();
    }

    /** What a model saw on the user's pictures; fails as NOT_FOUND when none looked. */
    static FaceCache cache(UserFolder user) {
        return NpzFaceCache.open(user.cache());
    }
}
