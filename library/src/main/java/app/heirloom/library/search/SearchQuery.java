package app.heirloom.library.search;

import app.heirloom.library.user.UserId;

/**
 * One page of a search, by time of capture.
 *
 * @param offset how many to skip
 * @param limit how many at most
 * @param withExif whether the metadata is wanted too
 */
public record SearchQuery(
        UserId owner, SearchCriteria criteria, boolean newestFirst, int offset, int limit, boolean withExif) {}
