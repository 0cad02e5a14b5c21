package app.heirloom.immich.server.account;

import app.heirloom.immich.json.ImmichMapper;
import app.heirloom.immich.json.WireDates;
import app.heirloom.immich.json.account.ChosenPreferences;
import app.heirloom.immich.server.http.InvalidFieldException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;
import tools.jackson.databind.node.ObjectNode;

/** Reads preferences, whose form is that of the defaults; what these do not have is ignored. */
final class PreferenceFields {
    private static final Set<String> ORDERS = Set.of("asc", "desc");

    private PreferenceFields() {}

    /** What the body chooses; fails with the path of what is malformed. */
    static ObjectNode read(JsonNode body) {
        ObjectNode chosen = (ObjectNode) ImmichMapper.read("{}".getBytes(StandardCharsets.UTF_8));
        for (var section : ChosenPreferences.defaults().properties()) {
            JsonNode sent = body.path(section.getKey());
            if (sent.isMissingNode() || sent.isNull()) {
                continue;
            }
            if (!sent.isObject()) {
                throw InvalidFieldException.type("Invalid input: expected object", section.getKey());
            }
            ObjectNode read = chosen.putObject(section.getKey());
            for (var field : section.getValue().properties()) {
                JsonNode value = sent.path(field.getKey());
                if (!value.isMissingNode() && !value.isNull()) {
                    read.set(field.getKey(), checked(value, field.getValue(), section.getKey(), field.getKey()));
                }
            }
        }
        return chosen;
    }

    private static JsonNode checked(JsonNode value, JsonNode form, String section, String field) {
        if (value.getNodeType() != form.getNodeType()) {
            String expected = form.getNodeType().name().toLowerCase(Locale.ROOT);
            throw InvalidFieldException.type("Invalid input: expected " + expected, section, field);
        }
        if (value.getNodeType() == JsonNodeType.NUMBER && !(value.canConvertToLong() && value.longValue() > 0)) {
            throw InvalidFieldException.value("Must be a whole number above 0", section, field);
        }
        if (field.equals("defaultAssetOrder") && !ORDERS.contains(value.stringValue())) {
            throw InvalidFieldException.value("Invalid option: expected one of asc, desc", section, field);
        }
        if (field.equals("hideBuyButtonUntil")) {
            requireDate(value.stringValue(), section, field);
        }
        return value;
    }

    private static void requireDate(String text, String section, String field) {
        try {
            WireDates.parse(text);
        } catch (DateTimeException e) {
            throw InvalidFieldException.format("Invalid ISO datetime: give a date with Z or an offset", section, field);
        }
    }
}
