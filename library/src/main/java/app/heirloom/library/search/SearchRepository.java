package app.heirloom.library.search;

import java.util.List;

/** Finds assets. */
public interface SearchRepository {
    List<FoundAsset> list(SearchQuery query);
}
