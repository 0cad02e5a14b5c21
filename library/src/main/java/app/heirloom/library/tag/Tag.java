package app.heirloom.library.tag;

import app.heirloom.library.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A word that its owner puts on assets.
 *
 * @param parent the tag above it in the hierarchy, null for a root
 */
public record Tag(TagId id, UserId owner, @Nullable TagId parent, TagLabel label, Instant created, Instant updated) {}
