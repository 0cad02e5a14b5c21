package app.heirloom.immich.server.http;

import app.heirloom.library.asset.AssetId;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Fields that come as text, from a query or a form, and are converted. */
public final class TextFields extends Fields {
    private final Map<String, List<String>> values;

    public TextFields(Map<String, List<String>> values) {
        this.values = values;
    }

    public static TextFields ofQuery(Context http) {
        return new TextFields(http.queryParamMap());
    }

    /** The id of an asset that stands in the path. */
    public static AssetId assetIdInPath(Context http) {
        return new AssetId(uuidInPath(http));
    }

    /** The id that stands in the path. */
    public static UUID uuidInPath(Context http) {
        return uuidInPath(http, "id");
    }

    /** The id that stands in the path under this name. */
    public static UUID uuidInPath(Context http, String name) {
        return parseUuid(http.pathParam(name), name);
    }

    @Override
    public Optional<String> findText(String name) {
        return listTexts(name).stream().findFirst();
    }

    @Override
    public Optional<Boolean> findFlag(String name) {
        return findText(name).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw InvalidFieldException.value("Invalid option: expected true or false", name);
        });
    }

    @Override
    public Optional<Double> findNumber(String name) {
        return findText(name).map(text -> {
            try {
                return Double.valueOf(text);
            } catch (NumberFormatException e) {
                throw InvalidFieldException.type("Invalid input: expected number", name);
            }
        });
    }

    @Override
    public List<String> listTexts(String name) {
        return values.getOrDefault(name, List.of());
    }

    @Override
    public boolean isPresent(String name) {
        return values.containsKey(name);
    }

    @Override
    public boolean isNull(String name) {
        return false;
    }

    @Override
    boolean isList(String name) {
        return values.containsKey(name);
    }
}
