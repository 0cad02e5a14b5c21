package app.heirloom.library.tag;

import app.heirloom.library.error.ErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The whole name of a tag, as in {@code Family/Anna}: the tag Anna below the tag Family. Since a tag is named by its
 * ancestors, none can be its own.
 */
public record TagPath(String value) {
    private static final String SEPARATOR = "/";

    /** Fails as INVALID when a part is empty; blanks around parts do not count. */
    public static TagPath parse(String text) {
        List<String> parts = split(text);
        if (parts.contains("")) {
            throw ErrorCode.INVALID.exception("A tag needs a name: \"" + text + "\" has an empty part");
        }
        return join(parts);
    }

    /** What a file's keyword means; empty when it says nothing. */
    public static Optional<TagPath> ofKeyword(String keyword) {
        List<String> parts =
                split(keyword).stream().filter(part -> !part.isEmpty()).toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(join(parts));
    }

    /** The last part. */
    public String name() {
        return value.substring(value.lastIndexOf(SEPARATOR) + 1);
    }

    public Optional<TagPath> parent() {
        int end = value.lastIndexOf(SEPARATOR);
        return end < 0 ? Optional.empty() : Optional.of(new TagPath(value.substring(0, end)));
    }

    /** Below this one; the name may itself have several parts. */
    public TagPath child(String name) {
        return parse(value + SEPARATOR + name);
    }

    /** The same place under another name; fails as INVALID when the name is empty or has several parts. */
    public TagPath renamed(String name) {
        TagPath renamed = parse(name);
        if (renamed.parent().isPresent()) {
            throw ErrorCode.INVALID.exception("The name of a tag cannot contain " + SEPARATOR);
        }
        return parent().map(parent -> parent.child(name)).orElse(renamed);
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(SEPARATOR, -1)).map(String::strip).toList();
    }

    private static TagPath join(List<String> parts) {
        return new TagPath(parts.stream().collect(Collectors.joining(SEPARATOR)));
    }

    @Override
    public String toString() {
        return value;
    }
}
