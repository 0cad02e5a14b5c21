package app.heirloom.immich.json.server;

import app.heirloom.immich.Library.Abilities;
import app.heirloom.immich.Library.Ability;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes a model.
 *
 * @param name as the server's features call it
 * @param reason why it is not there
 */
public record AbilityJson(
        String name, boolean ready, @Nullable String reason) {
    public static List<AbilityJson> of(Abilities abilities) {
        return Arrays.stream(Ability.values())
                .map(ability -> {
                    String reason = abilities.absences().get(ability);
                    return new AbilityJson(nameOf(ability), reason == null, reason);
                })
                .toList();
    }

    private static String nameOf(Ability ability) {
        return switch (ability) {
            case FACES -> "facialRecognition";
            case SMART_SEARCH -> "smartSearch";
            case TEXT -> "ocr";
        };
    }
}
