package app.heirloom.inference.pack;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of an object in a descriptor; what is missing or wrong is told by its place. */
final class Fields {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final String where;
    private final JsonNode node;

    Fields(String where, JsonNode node) {
        this.where = where;
        this.node = node;
        if (!node.isObject()) {
            throw wrong("it must be an object");
        }
    }

    boolean has(String name) {
        return node.has(name);
    }

    Fields part(String name) {
        return new Fields(where + ", " + name, value(name));
    }

    String text(String name) {
        JsonNode value = value(name);
        if (!value.isString()) {
            throw wrong(name + " must be a text");
        }
        return value.stringValue();
    }

    /** A text that can name a file within a folder. */
    String name(String name) {
        String text = text(name);
        if (!NAME.matcher(text).matches()) {
            throw wrong(name + " must be a plain name of letters, digits, dots, dashes and underscores, not " + text);
        }
        return text;
    }

    /** A path of such names within a folder. */
    String path(String name) {
        String text = text(name);
        for (String part : text.split("/", -1)) {
            if (!NAME.matcher(part).matches()) {
                throw wrong(name + " must be a path within the pack's folder, such as visual/model.onnx, not " + text);
            }
        }
        return text;
    }

    boolean flag(String name) {
        JsonNode value = value(name);
        if (!value.isBoolean()) {
            throw wrong(name + " must be true or false");
        }
        return value.booleanValue();
    }

    double number(String name) {
        return number(name, value(name));
    }

    int whole(String name, int smallest, int largest) {
        double number = number(name);
        if (number != Math.rint(number) || number < smallest || number > largest) {
            throw wrong(name + " must be a whole number from " + smallest + " to " + largest);
        }
        return (int) number;
    }

    List<Float> numbers(String name) {
        var numbers = new ArrayList<Float>();
        for (JsonNode number : value(name).values()) {
            numbers.add((float) number(name, number));
        }
        return numbers;
    }

    /** One of a few words, written small and with dashes, or as they are. */
    <E extends Enum<E>> E choice(String name, E[] choices) {
        String word = text(name);
        return Arrays.stream(choices)
                .filter(choice -> word(choice).equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> wrong(name + " must be one of "
                        + String.join(
                                ", ", Arrays.stream(choices).map(Fields::word).toList()) + ", not " + word));
    }

    private static String word(Enum<?> choice) {
        return choice.toString().replace('_', '-');
    }

    Optional<String> sha256() {
        if (!has("sha256")) {
            return Optional.empty();
        }
        String text = text("sha256");
        if (!SHA256.matcher(text).matches()) {
            throw wrong("sha256 must be 64 small hex digits; leave it out when it is not known");
        }
        return Optional.of(text);
    }

    long size() {
        if (!has("size")) {
            return 0;
        }
        double size = number("size");
        if (size != Math.rint(size) || size < 1) {
            throw wrong("size must be a number of bytes");
        }
        return (long) size;
    }

    Optional<URI> source() {
        if (!has("url")) {
            return Optional.empty();
        }
        URI address = parsed(text("url"));
        if (address == null
                || address.getHost() == null
                || !List.of("http", "https").contains(address.getScheme())) {
            throw wrong("url must be an address that begins with https://");
        }
        return Optional.of(address);
    }

    private static @Nullable URI parsed(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    Settings settings() {
        if (!has("settings")) {
            return Settings.NONE;
        }
        Fields settings = part("settings");
        Map<String, Double> numbers = new HashMap<>();
        for (String name : settings.node.propertyNames()) {
            JsonNode value = settings.value(name);
            numbers.put(name, value.isBoolean() ? (value.booleanValue() ? 1.0 : 0.0) : settings.number(name, value));
        }
        return new Settings(numbers);
    }

    /** Refuses names that nobody reads, which are most often misspelt. */
    void onlyNames(List<String> known, String what) {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw wrong(name + " is not known in " + what + ", which has " + String.join(", ", known));
            }
        }
    }

    HeirloomException wrong(@Nullable String why) {
        return wrong(where, why);
    }

    static HeirloomException wrong(String where, @Nullable String why) {
        return ErrorCode.INVALID.exception("The model pack " + where + " cannot be used: " + why);
    }

    private double number(String name, JsonNode value) {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw wrong(name + " must be a number");
        }
        return value.doubleValue();
    }

    private JsonNode value(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw wrong(name + " is missing");
        }
        return value;
    }
}
