package app.heirloom.immich.json.sync;

import app.heirloom.immich.json.ImmichMapper;
import app.heirloom.library.sync.entity.SyncedUserDocument;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** SyncUserMetadataV1: what a user's clients keep, as it was given: of the preferences, only those that were chosen. */
public record SyncUserMetadataJson(UUID userId, String key, JsonNode value) {
    private static final Set<String> KEYS = Set.of("preferences", "license", "onboarding");

    /** Whether clients know what the key means; their parsers stop at any other. */
    public static boolean isKnown(String key) {
        return KEYS.contains(key);
    }

    public static SyncUserMetadataJson of(SyncedUserDocument document) {
        return new SyncUserMetadataJson(
                document.user().value(),
                document.key(),
                ImmichMapper.read(document.document().getBytes(StandardCharsets.UTF_8)));
    }
}
