package app.heirloom.immich.server.http;

import app.heirloom.immich.json.WireDates;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The named values of a request, wherever they stand in it. What is absent is empty; what is malformed fails with an
 * {@link InvalidFieldException} that names the field; what nobody asks for is ignored.
 */
public abstract class Fields {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    public abstract Optional<String> findText(String name);

    public abstract Optional<Boolean> findFlag(String name);

    public abstract Optional<Double> findNumber(String name);

    /** The texts of a list; empty when it is absent. */
    public abstract List<String> listTexts(String name);

    /** Whether the field is there and has a value, whatever its type. */
    public abstract boolean isPresent(String name);

    /** Whether the field is there and says explicitly that it has no value. */
    public abstract boolean isNull(String name);

    /** Text that must be there. */
    public final String text(String name) {
        return required(findText(name), name);
    }

    /** A flag that must be there. */
    public final boolean flag(String name) {
        return required(findFlag(name), name);
    }

    /** Text that must be there and not be blank. */
    public final String name(String name) {
        String text = text(name);
        if (text.isBlank()) {
            throw InvalidFieldException.value("Must not be empty", name);
        }
        return text;
    }

    public final Optional<Integer> findInteger(String name) {
        return findNumber(name).map(number -> {
            if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
                throw InvalidFieldException.type("Invalid input: expected an integer", name);
            }
            return number.intValue();
        });
    }

    public final Optional<Integer> findInteger(String name, int least, int most) {
        findInteger(name).filter(number -> number < least || number > most).ifPresent(number -> {
            throw InvalidFieldException.value("Must be between " + least + " and " + most, name);
        });
        return findInteger(name);
    }

    public final Optional<UUID> findUuid(String name) {
        return findText(name).map(text -> parseUuid(text, name));
    }

    /** An id that must be there. */
    public final UUID uuid(String name) {
        return parseUuid(text(name), name);
    }

    public final Optional<AssetId> findAssetId(String name) {
        return findUuid(name).map(AssetId::new);
    }

    /** A whole number that must be there. */
    public final int integer(String name) {
        return required(findInteger(name), name);
    }

    /** The ids in a list; empty when it is absent. */
    public final List<UUID> listUuids(String name) {
        List<String> texts = listTexts(name);
        var ids = new ArrayList<UUID>(texts.size());
        for (String text : texts) {
            ids.add(parseUuid(text, name, ids.size()));
        }
        return ids;
    }

    /** The ids of assets in a list that must be there. */
    public final List<AssetId> assetIds(String name) {
        return uuids(name).stream().map(AssetId::new).toList();
    }

    /** The ids in a list that must be there. */
    public final List<UUID> uuids(String name) {
        List<UUID> ids = listUuids(name);
        if (ids.isEmpty() && !isList(name)) {
            throw InvalidFieldException.type("Invalid input: expected a list, received nothing", name);
        }
        return ids;
    }

    /** A date with {@code Z} or an offset; without one nobody knows which moment is meant. */
    public final Optional<OffsetDateTime> findDate(String name) {
        return findText(name).map(text -> {
            try {
                return WireDates.parse(text);
            } catch (DateTimeException e) {
                throw InvalidFieldException.format("Invalid ISO datetime: give a date with Z or an offset", name);
            }
        });
    }

    public final OffsetDateTime date(String name) {
        return required(findDate(name), name);
    }

    public final Optional<Visibility> findVisibility(String name) {
        return findChoice(
                name, Visibility.values(), visibility -> visibility.name().toLowerCase(Locale.ROOT));
    }

    /** One of some values, which go by these names. */
    public final <T> Optional<T> findChoice(String name, T[] choices, Function<T, String> nameOf) {
        return findText(name)
                .map(text -> Arrays.stream(choices)
                        .filter(choice -> nameOf.apply(choice).equals(text))
                        .findFirst()
                        .orElseThrow(() -> InvalidFieldException.value(
                                "Invalid option: expected one of "
                                        + String.join(
                                                ", ",
                                                Arrays.stream(choices)
                                                        .map(nameOf)
                                                        .toList()),
                                name)));
    }

    /** Whether an empty list stands there, rather than nothing. */
    abstract boolean isList(String name);

    static UUID parseUuid(String text, Object... path) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw InvalidFieldException.format("Invalid UUID", path);
        }
        return UUID.fromString(text);
    }

    private static <T> T required(Optional<T> value, String name) {
        return value.orElseThrow(
                () -> InvalidFieldException.type("Invalid input: a value is required, received nothing", name));
    }
}
