package app.heirloom.immich.json.account;

import app.heirloom.immich.json.ImmichMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The preferences that a user has chosen himself; only these are kept, so that the others follow the defaults. */
public record ChosenPreferences(ObjectNode json) {
    /** From the text that was kept, if any. */
    public static ChosenPreferences parse(Optional<String> document) {
        return new ChosenPreferences((ObjectNode) read(document.orElse("{}")));
    }

    /** These, with others over them. */
    public ChosenPreferences with(ObjectNode changes) {
        ObjectNode merged = json.deepCopy();
        merge(changes, merged);
        return new ChosenPreferences(merged);
    }

    /** All preferences: those chosen, and the defaults of the others. */
    public JsonNode complete() {
        ObjectNode complete = defaults();
        merge(json, complete);
        return complete;
    }

    /** The text to be kept. */
    public String toDocument() {
        return new String(ImmichMapper.write(json), StandardCharsets.UTF_8);
    }

    /** What holds for everybody, and at the same time the form of what can be chosen. */
    public static ObjectNode defaults() {
        return (ObjectNode) ImmichMapper.read(ImmichMapper.write(PreferencesJson.DEFAULT));
    }

    private static void merge(ObjectNode from, ObjectNode into) {
        from.properties().forEach(entry -> {
            if (entry.getValue() instanceof ObjectNode section
                    && into.get(entry.getKey()) instanceof ObjectNode present) {
                merge(section, present);
            } else {
                into.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static JsonNode read(String document) {
        return ImmichMapper.read(document.getBytes(StandardCharsets.UTF_8));
    }
}
