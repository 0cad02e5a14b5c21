package app.heirloom.library.tag;

import org.jspecify.annotations.Nullable;

/** What a tag says, and in which colour; null when it has none. */
public record TagLabel(TagPath path, @Nullable TagColor color) {
    /** Under another name in the same place; fails as INVALID when that is empty or has several parts. */
    public TagLabel renamed(String name) {
        return new TagLabel(path.renamed(name), color);
    }

    public TagLabel withColor(@Nullable TagColor newColor) {
        return new TagLabel(path, newColor);
    }
}
