package app.heirloom.immich.json.external;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which paths could be import paths. */
public record LibraryValidationJson(List<PathJson> importPaths) {

    /**
     * What is to be said of one path.
     *
     * @param message absent when the path is valid
     */
    public record PathJson(
            String importPath,
            boolean isValid,
            @JsonInclude(Include.NON_NULL) @Nullable String message) {}

    /**
     * The verdict on each path.
     *
     * @param objections why some of the paths cannot be import paths
     */
    public static LibraryValidationJson of(List<String> paths, Map<String, String> objections) {
        return new LibraryValidationJson(paths.stream()
                .map(path -> new PathJson(path, !objections.containsKey(path), objections.get(path)))
                .toList());
    }
}
