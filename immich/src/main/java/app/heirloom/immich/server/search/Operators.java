package app.heirloom.immich.server.search;

import static app.heirloom.library.search.Criterion.not;

import app.heirloom.immich.json.WireNames;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.search.Criterion;
import app.heirloom.library.search.Criterion.Comparison;
import app.heirloom.library.search.Criterion.Position;
import app.heirloom.library.search.Flag;
import app.heirloom.library.search.Property;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The operators of one field of a filter: each that is there must hold, and one must be there. */
final class Operators {
    /** Enough for any client, and within what a statement takes. */
    private static final int MAX_VALUES = 100;

    private final JsonFields object;
    private final List<Criterion> parts = new ArrayList<>();

    Operators(JsonFields object) {
        this.object = object;
    }

    Criterion text(Property property) {
        equality(property, JsonFields::findText);
        membership(property, object::listTexts);
        return all();
    }

    Criterion pattern(Property property) {
        equality(property, JsonFields::findText);
        membership(property, object::listTexts);
        contains("like", property, Position.ANYWHERE).ifPresent(parts::add);
        contains("notLike", property, Position.ANYWHERE).map(Criterion::not).ifPresent(parts::add);
        contains("startsWith", property, Position.START).ifPresent(parts::add);
        contains("endsWith", property, Position.END).ifPresent(parts::add);
        return all();
    }

    private Optional<Criterion> contains(String operator, Property property, Position position) {
        return object.findText(operator).map(text -> new Criterion.Contains(property, position, text));
    }

    Criterion checksum() {
        equality(
                Property.CHECKSUM,
                (fields, operator) -> fields.findText(operator).map(text -> SearchRequest.checksum(text, operator)));
        membership(
                Property.CHECKSUM,
                operator -> object.listTexts(operator).stream()
                        .map(text -> SearchRequest.checksum(text, operator))
                        .toList());
        return all();
    }

    Criterion type() {
        equality(Property.TYPE, (fields, operator) -> fields.findChoice(operator, AssetType.values(), AssetType::name));
        membership(Property.TYPE, operator -> choices(operator, AssetType.values(), AssetType::name));
        return all();
    }

    Criterion visibility() {
        equality(Property.VISIBILITY, JsonFields::findVisibility);
        membership(Property.VISIBILITY, operator -> choices(operator, Visibility.values(), WireNames::of));
        return all();
    }

    private <T> List<T> choices(String operator, T[] choices, Function<T, String> nameOf) {
        return object.listTexts(operator).stream()
                .map(text -> Arrays.stream(choices)
                        .filter(choice -> nameOf.apply(choice).equals(text))
                        .findFirst()
                        .orElseThrow(() -> InvalidFieldException.value("Invalid option: " + text, operator)))
                .toList();
    }

    Criterion identity(Property property, Function<UUID, ?> id) {
        equality(property, (fields, operator) -> fields.findUuid(operator).map(id));
        return all();
    }

    Criterion number(Property property, Function<Double, ?> number) {
        BiFunction<JsonFields, String, Optional<?>> reader =
                (fields, operator) -> fields.findNumber(operator).map(value -> whole(value, number, operator));
        equality(property, reader);
        membership(
                property,
                operator -> object.listNumbers(operator).stream()
                        .map(value -> whole(value, number, operator))
                        .toList());
        comparison(property, reader);
        return all();
    }

    private static Object whole(Double value, Function<Double, ?> number, String operator) {
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE * (double) Integer.MAX_VALUE) {
            throw InvalidFieldException.type("Invalid input: expected an integer", operator);
        }
        return number.apply(value);
    }

    Criterion date(Property property) {
        BiFunction<JsonFields, String, Optional<?>> reader =
                (fields, operator) -> fields.findDate(operator).map(OffsetDateTime::toInstant);
        equality(property, reader);
        comparison(property, reader);
        return all();
    }

    Criterion flag(Flag flag) {
        object.findFlag("eq")
                .map(wanted -> wanted ? new Criterion.Is(flag) : not(new Criterion.Is(flag)))
                .ifPresent(parts::add);
        return all();
    }

    Criterion file(FileKind kind) {
        for (String operator : List.of("eq", "ne")) {
            object.findText(operator).ifPresent(path -> addFile(kind, List.of(path), operator.equals("ne")));
        }
        for (String operator : List.of("in", "notIn")) {
            if (object.isPresent(operator)) {
                addFile(kind, limited(object.listTexts(operator), operator), operator.equals("notIn"));
            }
        }
        return all();
    }

    private void addFile(FileKind kind, List<String> paths, boolean isNegated) {
        Criterion has = paths.isEmpty() ? new Criterion.Any(List.of()) : new Criterion.HasFile(kind, paths);
        parts.add(isNegated ? not(has) : has);
    }

    Criterion matching(Function<String, Criterion> match) {
        object.findText("matches").map(match).ifPresent(parts::add);
        return all();
    }

    /** @param toAny what it means to be linked to one of some things at least */
    Criterion links(Function<List<UUID>, Criterion> toAny) {
        if (object.isPresent("all")) {
            parts.add(new Criterion.All(limited(object.listUuids("all"), "all").stream()
                    .map(id -> toAny.apply(List.of(id)))
                    .toList()));
        }
        if (object.isPresent("any")) {
            parts.add(any(toAny, "any"));
        }
        if (object.isPresent("none")) {
            parts.add(not(any(toAny, "none")));
        }
        return all();
    }

    private Criterion any(Function<List<UUID>, Criterion> toAny, String operator) {
        List<UUID> ids = limited(object.listUuids(operator), operator);
        return ids.isEmpty() ? new Criterion.Any(List.of()) : toAny.apply(ids);
    }

    private void equality(Property property, BiFunction<JsonFields, String, Optional<?>> reader) {
        if (object.isNull("eq")) {
            parts.add(not(new Criterion.Known(property)));
        }
        reader.apply(object, "eq").ifPresent(value -> parts.add(Criterion.is(property, value)));
        if (object.isNull("ne")) {
            parts.add(new Criterion.Known(property));
        }
        reader.apply(object, "ne").ifPresent(value -> parts.add(not(Criterion.is(property, value))));
    }

    private void membership(Property property, Function<String, List<?>> reader) {
        if (object.isPresent("in")) {
            parts.add(oneOf(property, reader, "in"));
        }
        if (object.isPresent("notIn")) {
            parts.add(not(oneOf(property, reader, "notIn")));
        }
    }

    private static Criterion oneOf(Property property, Function<String, List<?>> reader, String operator) {
        List<?> values = limited(reader.apply(operator), operator);
        return values.isEmpty() ? new Criterion.Any(List.of()) : new Criterion.OneOf(property, values);
    }

    private void comparison(Property property, BiFunction<JsonFields, String, Optional<?>> reader) {
        compare("lt", property, Comparison.LESS, reader);
        compare("lte", property, Comparison.AT_MOST, reader);
        compare("gt", property, Comparison.GREATER, reader);
        compare("gte", property, Comparison.AT_LEAST, reader);
    }

    private void compare(
            String operator,
            Property property,
            Comparison comparison,
            BiFunction<JsonFields, String, Optional<?>> reader) {
        reader.apply(object, operator)
                .ifPresent(value -> parts.add(new Criterion.Compared(property, comparison, value)));
    }

    private static <T> List<T> limited(List<T> values, String operator) {
        if (values.size() > MAX_VALUES) {
            throw InvalidFieldException.value("More than " + MAX_VALUES + " values", operator);
        }
        return values;
    }

    private Criterion all() {
        if (parts.isEmpty()) {
            throw InvalidFieldException.value("Give at least one operator");
        }
        return parts.size() == 1 ? parts.getFirst() : new Criterion.All(parts);
    }
}
