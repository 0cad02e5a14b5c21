package app.heirloom.immich.json.organise;

import app.heirloom.library.tag.Tag;
import app.heirloom.library.tag.TagColor;
import app.heirloom.library.tag.TagId;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tag.
 *
 * @param name the last part of the value
 * @param value the whole path
 */
public record TagJson(
        UUID id,
        @JsonInclude(Include.NON_NULL) @Nullable UUID parentId,
        String name,
        String value,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(Include.NON_NULL) @Nullable String color) {

    public static TagJson of(Tag tag) {
        TagId parent = tag.parent();
        TagColor color = tag.label().color();
        return new TagJson(
                tag.id().value(),
                parent == null ? null : parent.value(),
                tag.label().path().name(),
                tag.label().path().value(),
                tag.created(),
                tag.updated(),
                color == null ? null : color.value());
    }
}
