package app.heirloom.library.search;

/**
 * One page of a search.
 *
 * @param withExif whether the metadata is wanted too
 */
public record SearchQuery(
        SearchScope scope, Criterion criterion, SearchOrder order, SearchPage page, boolean withExif) {}
