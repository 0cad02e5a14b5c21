package app.heirloom.immich.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused.
 *
 * @param error the reason phrase of the status; like {@code statusCode} a kindness to clients of version 2
 * @param errors what is wrong with which field; absent when the request as such was well formed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorJson(
        String message,
        String error,
        int statusCode,
        @Nullable List<IssueJson> errors) {

    /**
     * What is wrong with one field.
     *
     * @param path names and positions from the body's root to the field
     */
    public record IssueJson(String code, List<Object> path, String message) {}
}
