package app.heirloom.server;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import app.heirloom.immich.Library.Ability;
import app.heirloom.library.error.HeirloomException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What this server cannot do for want of a model, told in its log and to whoever asks. */
final class Absences {
    private static final System.Logger LOG = System.getLogger(Absences.class.getName());

    private final Map<Ability, String> reasons = new EnumMap<>(Ability.class);
    private final Path models;

    /** @param models directory of model packs */
    Absences(Path models) {
        this.models = models;
    }

    /** What a pack is opened for; nothing when there is none, or when it is damaged. */
    <T> Optional<T> open(Ability ability, String pack, Supplier<Optional<T>> opening) {
        try {
            Optional<T> found = opening.get();
            if (found.isEmpty()) {
                note(ability, models + " has no model pack " + pack + "; see heirloom models list");
            }
            return found;
        } catch (HeirloomException e) {
            note(ability, WARNING, e.getMessage());
            return Optional.empty();
        }
    }

    void note(Ability ability, String reason) {
        note(ability, INFO, reason);
    }

    private void note(Ability ability, System.Logger.Level level, String reason) {
        LOG.log(level, "{0}: {1}", consequence(ability), reason);
        reasons.put(ability, reason);
    }

    Map<Ability, String> reasons() {
        return Map.copyOf(reasons);
    }

    private static String consequence(Ability ability) {
        return switch (ability) {
            case FACES -> "Faces are not looked for";
            case SMART_SEARCH -> "There is no smart search";
            case TEXT -> "Text in pictures is not read";
        };
    }
}
