package app.heirloom.library.search;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.tag.TagId;
import java.util.List;
import java.util.stream.Stream;

/**
 * What must hold of an asset. It holds or it does not: what is unknown meets no comparison, and so meets the opposite of
 * each.
 */
public sealed interface Criterion {
    /** Each part holds; without parts it holds of every asset. */
    record All(List<Criterion> parts) implements Criterion {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** Some part holds; without parts it holds of none. */
    record Any(List<Criterion> parts) implements Criterion {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** The part does not hold. */
    record Not(Criterion part) implements Criterion {}

    /** The property is known. */
    record Known(Property property) implements Criterion {}

    /** The property has exactly one of these values, which are of its type. */
    record OneOf(Property property, List<?> values) implements Criterion {
        public OneOf {
            values = values.stream().map(property::checked).toList();
        }
    }

    /** The property compares so with the value, which is of its type. */
    record Compared(Property property, Comparison comparison, Object value) implements Criterion {
        public Compared {
            property.checked(value);
        }
    }

    /** How a property lies to a value. */
    enum Comparison {
        LESS,
        AT_MOST,
        AT_LEAST,
        GREATER
    }

    /** The property, a text, has this text in it, whatever the case and accents of both. */
    record Contains(Property property, Position position, String text) implements Criterion {
        public Contains {
            property.checkText();
        }
    }

    /** Where a text must stand in another. */
    enum Position {
        ANYWHERE,
        START,
        END
    }

    /** The asset is so. */
    record Is(Flag flag) implements Criterion {}

    /** It has a derivative of the kind at one of these paths. */
    record HasFile(FileKind kind, List<String> paths) implements Criterion {
        public HasFile {
            paths = List.copyOf(paths);
        }
    }

    /** It is in one of the albums at least. */
    record InAlbum(List<AlbumId> albums) implements Criterion {
        public InAlbum {
            albums = List.copyOf(albums);
        }
    }

    /** One of the persons at least can be seen on it. */
    record Shows(List<PersonId> persons) implements Criterion {
        public Shows {
            persons = List.copyOf(persons);
        }
    }

    /** All of these words, or words that they are part of, can be read on it, whatever their case and accents. */
    record Reads(String words) implements Criterion {}

    /** A person whose name has this word can be seen on it, whatever the case and accents. */
    record ShowsNamed(String word) implements Criterion {}

    /** It has one of the tags at least, or one below them. */
    record Tagged(List<TagId> tags) implements Criterion {
        public Tagged {
            tags = List.copyOf(tags);
        }
    }

    /** Whether whatever meets it is in one of the albums that it names. */
    default boolean isConfinedToAlbums() {
        return switch (this) {
            case InAlbum _ -> true;
            case All(var parts) -> parts.stream().anyMatch(Criterion::isConfinedToAlbums);
            case Any(var parts) -> !parts.isEmpty() && parts.stream().allMatch(Criterion::isConfinedToAlbums);
            case Not _,
                    Known _,
                    OneOf _,
                    Compared _,
                    Contains _,
                    Is _,
                    HasFile _,
                    Shows _,
                    Tagged _,
                    Reads _,
                    ShowsNamed _ -> false;
        };
    }

    /** The albums that it names, for better or worse. */
    default Stream<AlbumId> namedAlbums() {
        return switch (this) {
            case InAlbum(var albums) -> albums.stream();
            case All(var parts) -> parts.stream().flatMap(Criterion::namedAlbums);
            case Any(var parts) -> parts.stream().flatMap(Criterion::namedAlbums);
            case Not(var part) -> part.namedAlbums();
            case Known _, OneOf _, Compared _, Contains _, Is _, HasFile _, Shows _, Tagged _, Reads _, ShowsNamed _ ->
                Stream.empty();
        };
    }

    static Criterion not(Criterion part) {
        return new Not(part);
    }

    static Criterion is(Property property, Object value) {
        return new OneOf(property, List.of(value));
    }
}
