package app.heirloom.library.tag;

import org.jspecify.annotations.Nullable;

/** What a tag says, and in which colour; null when it has none. */
public record TagLabel(TagPath path, @Nullable TagColor color) {
    public TagLabel withPath(TagPath newPath) {
        return new TagLabel(newPath, color);
    }

    public TagLabel withColor(@Nullable TagColor newColor) {
        return new TagLabel(path, newColor);
    }
}
