package app.heirloom.immich.server.upload;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a form says of itself.
 *
 * @param fileName as the client sent it, folders and all; there exactly when the part is a file
 */
public record PartHeader(String name, Optional<String> fileName) {
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([\\w*-]+)\\s*=\\s*(?:\"((?:\\\\.|[^\"\\\\])*)\"|([^;]*))");
    /** Only these are escapes: a backslash before anything else is part of a Windows path. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\])");

    private static final String EXTENDED = "UTF-8''";

    /** Takes the header's lines. */
    static final class Builder {
        private @Nullable String disposition;

        void add(String line) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).strip().equalsIgnoreCase("content-disposition")) {
                disposition = line.substring(colon + 1).strip();
            }
        }

        PartHeader build() {
            if (disposition == null || !disposition.regionMatches(true, 0, "form-data", 0, "form-data".length())) {
                throw MultipartReader.malformed("a part without content disposition");
            }
            Map<String, String> parameters = parametersOf(disposition);
            String name = parameters.get("name");
            if (name == null) {
                throw MultipartReader.malformed("a part without name");
            }
            return new PartHeader(
                    name,
                    Optional.ofNullable(parameters.get("filename"))
                            .or(() -> Optional.ofNullable(parameters.get("filename*"))
                                    .map(PartHeader::decodeExtended)));
        }
    }

    private static Map<String, String> parametersOf(String disposition) {
        var parameters = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        Matcher parameter = PARAMETER.matcher(disposition);
        while (parameter.find()) {
            String quoted = parameter.group(2);
            String value = quoted != null
                    ? ESCAPE.matcher(quoted).replaceAll("$1")
                    : parameter.group(3).strip();
            parameters.putIfAbsent(parameter.group(1), value);
        }
        return parameters;
    }

    private static String decodeExtended(String value) {
        if (!value.regionMatches(true, 0, EXTENDED, 0, EXTENDED.length())) {
            return value;
        }
        try {
            return URLDecoder.decode(value.substring(EXTENDED.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
