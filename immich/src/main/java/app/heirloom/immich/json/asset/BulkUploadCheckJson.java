package app.heirloom.immich.json.asset;

import app.heirloom.library.asset.ContentMatch;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which of the files that a client has it should send. */
public record BulkUploadCheckJson(List<ResultJson> results) {

    /**
     * The verdict on one file.
     *
     * @param id what the client calls it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ResultJson(
            String id,
            String action,
            @Nullable String reason,
            @Nullable UUID assetId,
            @Nullable Boolean isTrashed) {

        public static ResultJson accept(String id) {
            return new ResultJson(id, "accept", null, null, null);
        }

        public static ResultJson reject(String id, ContentMatch match) {
            return new ResultJson(id, "reject", "duplicate", match.asset().value(), match.trashed());
        }
    }
}
