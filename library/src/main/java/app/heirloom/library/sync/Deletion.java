package app.heirloom.library.sync;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client must forget.
 *
 * @param id its own, or of what it belonged to
 * @param secondId of what belonged there, such as the asset that was in an album
 * @param key of a document
 */
public record Deletion(
        UUID id, @Nullable UUID secondId, @Nullable String key) {}
