package app.heirloom.library.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote about it.
 *
 * @param description empty when there is none
 * @param rating 1 to 5, or -1 for rejected; null when not rated
 * @param keywords tags with their hierarchy separated by {@code /}
 */
public record Caption(String description, @Nullable Integer rating, List<String> keywords) {
    public static final Caption NONE = new Caption("", null, List.of());

    public Caption {
        keywords = List.copyOf(keywords);
    }
}
