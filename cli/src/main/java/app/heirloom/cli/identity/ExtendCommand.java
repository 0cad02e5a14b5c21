package app.heirloom.cli.identity;

import app.heirloom.cli.terminal.Output;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.storage.identity.NpzFaceCache;
import app.heirloom.tools.identities.store.UserFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes over caches of elsewhere. */
@Command(
        name = "extend",
        description = "Add what other caches of faces have, of the same model, to the user's. They are not changed.")
final class ExtendCommand implements Runnable {
    @Mixin
    private StoreOptions store = new StoreOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Caches of faces, in NumPy's .npz of schema v2.")
    private List<Path> caches = List.of();

    @Mixin
    private Output output = new Output();

    @Override
    public void run() {
        try (UserFolder folder = store.open()) {
            for (Path file : caches) {
                try (FaceCache other = NpzFaceCache.open(file);
                        FaceCache cache = NpzFaceCache.open(folder.cache(), other.model())) {
                    int before = cache.countPictures();
                    cache.extend(other);
                    int added = cache.countPictures() - before;
                    output.print(
                            Map.of("cache", file.toString(), "pictures", other.countPictures(), "new", added),
                            () -> output.out().printf("%s: %d pictures, %d new%n", file, other.countPictures(), added));
                }
            }
        }
    }
}
