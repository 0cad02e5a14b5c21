package app.heirloom.cli.identity;

import app.heirloom.cli.terminal.Output;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.identity.IdentitySet;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.tools.identities.sets.SetStore;
import app.heirloom.tools.identities.sets.Shelf;
import app.heirloom.tools.identities.store.StagingLedger;
import app.heirloom.tools.identities.store.UserFolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How far a user's identities are. */
@Command(name = "status", description = "Tell how many pictures, faces and identity sets of the user there are.")
final class StatusCommand implements Runnable {
    @Mixin
    private SetOptions sets = new SetOptions();

    @Mixin
    private Output output = new Output();

    @Override
    public void run() {
        Map<String, Object> fields = new LinkedHashMap<>();
        try (UserFolder user = sets.user();
                StagingLedger ledger = user.ledger();
                SetStore store = sets.open()) {
            fields.put("staged_pictures", ledger.listPictures().size());
            addFaces(user, fields);
            for (Shelf shelf : Shelf.values()) {
                List<IdentitySet> some = store.list(shelf, sets.label());
                fields.put(shelf.name().toLowerCase(Locale.ROOT) + "_sets", some.size());
            }
            fields.put(
                    "faces_in_sets",
                    store.list(Shelf.CANONICAL, sets.label()).stream()
                            .mapToInt(set -> set.faces().size())
                            .sum());
        }
        output.print(
                fields,
                () -> fields.forEach((name, value) ->
                        output.out().printf(Locale.ROOT, "%-18s %s%n", name.replace('_', ' '), value)));
    }

    private static void addFaces(UserFolder user, Map<String, Object> fields) {
        try (FaceCache cache = SetOptions.cache(user)) {
            fields.put("model", cache.model().name());
            fields.put("seen_pictures", cache.countPictures());
            fields.put("faces", cache.countFaces());
        } catch (HeirloomException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            fields.put("seen_pictures", 0);
            fields.put("faces", 0);
        }
    }
}
