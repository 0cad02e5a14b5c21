package app.heirloom.immich.json.asset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of what was found. */
public record SearchResultJson(AlbumsJson albums, AssetsJson assets) {

    /** The albums found: this kind of search finds none, but clients expect the list. */
    public record AlbumsJson(int total, int count, List<Object> items, List<Object> facets) {
        static final AlbumsJson NONE = new AlbumsJson(0, 0, List.of(), List.of());
    }

    /**
     * The assets found.
     *
     * @param nextPage number of the next page, as text
     * @param nextCursor the same for clients that page by cursor
     */
    public record AssetsJson(
            int total,
            int count,
            List<?> items,
            List<Object> facets,
            @Nullable String nextPage,
            @Nullable String nextCursor) {}

    public static SearchResultJson of(List<?> items, @Nullable String nextPage, @Nullable String nextCursor) {
        return new SearchResultJson(
                AlbumsJson.NONE, new AssetsJson(items.size(), items.size(), items, List.of(), nextPage, nextCursor));
    }
}
