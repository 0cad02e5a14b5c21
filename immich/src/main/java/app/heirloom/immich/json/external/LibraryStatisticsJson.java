package app.heirloom.immich.json.external;

import app.heirloom.library.external.LibraryStatistics;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * What lies in an external library.
 *
 * @param usage in bytes
 * @param note ours, and absent when there is none: what the last scan did not dare to do
 */
public record LibraryStatisticsJson(
        long photos,
        long videos,
        long total,
        long usage,
        @JsonInclude(Include.NON_NULL) @Nullable String note) {

    public static LibraryStatisticsJson of(LibraryStatistics statistics, @Nullable String note) {
        return new LibraryStatisticsJson(
                statistics.photos(), statistics.videos(), statistics.total(), statistics.usageInBytes(), note);
    }
}
