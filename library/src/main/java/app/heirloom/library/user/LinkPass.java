package app.heirloom.library.user;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a shared link lets its holder do, in the name of the link's owner.
 *
 * @param album the album it shares, or null when it shares single assets
 * @param upload whether its holder may add assets
 * @param download whether its holder may have originals
 * @param metadata whether its holder may see more than pictures
 */
public record LinkPass(SharedLinkId link, @Nullable UUID album, boolean upload, boolean download, boolean metadata) {}
