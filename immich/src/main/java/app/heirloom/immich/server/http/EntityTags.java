package app.heirloom.immich.server.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Compares entity tags as RFC 9110 wants it for {@code If-None-Match}: weakly. */
final class EntityTags {
    private EntityTags() {}

    static boolean matches(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
                        .anyMatch(candidate -> candidate.equals("*") || candidate.equals(tag));
    }
}
