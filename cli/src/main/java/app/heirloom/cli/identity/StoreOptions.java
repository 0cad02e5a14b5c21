package app.heirloom.cli.identity;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.storage.identity.NpzFaceCache;
import app.heirloom.tools.identities.store.StoreOwner;
import app.heirloom.tools.identities.store.UserFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Whose pictures, and where they are kept, said alike by every command. */
final class StoreOptions {
    @Option(
            names = "--user",
            paramLabel = "LABEL",
            required = true,
            description = "Whose pictures: the name, e-mail address or its beginning; names a folder of the store.")
    private String label = "";

    @Option(
            names = "--store",
            paramLabel = "DIR",
            defaultValue = "heirloom-identities",
            description = {"Folder for pictures, faces and identity sets.", "Default: ${DEFAULT-VALUE}"})
    private Path store = Path.of("heirloom-identities");

    String label() {
        return label;
    }

    /** Where the identity sets of all users are; no user's label begins so. */
    Path sets() {
        return store.resolve("_sets");
    }

    /** The folder of the user, made if need be; fails when it is another's. */
    UserFolder create(StoreOwner owner) {
        return UserFolder.create(store, label, owner);
    }

    /** The folder of the user; fails when nothing was staged. */
    UserFolder open() {
        return UserFolder.open(store, label);
    }

    static NpzFaceCache cache(UserFolder folder, ModelId model) {
        return NpzFaceCache.open(folder.cache(), model);
    }
}
