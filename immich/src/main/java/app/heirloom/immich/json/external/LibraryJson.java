package app.heirloom.immich.json.external;

import app.heirloom.library.external.ExternalLibrary;
import app.heirloom.library.external.LibraryStatistics;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An external library.
 *
 * @param note ours, and absent when there is none: what the last scan did not dare to do
 */
public record LibraryJson(
        UUID id,
        UUID ownerId,
        String name,
        List<String> importPaths,
        List<String> exclusionPatterns,
        long assetCount,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant refreshedAt,
        @JsonInclude(Include.NON_NULL) @Nullable String note) {

    public static LibraryJson of(ExternalLibrary library, LibraryStatistics statistics) {
        return new LibraryJson(
                library.id().value(),
                library.owner().value(),
                library.name(),
                library.scope().importPaths(),
                library.scope().exclusionPatterns(),
                statistics.total(),
                library.created(),
                library.state().updated(),
                library.state().refreshed(),
                library.state().note());
    }
}
