package app.heirloom.library.sharing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a link is open.
 *
 * @param slug a name of its own under which it is found too
 * @param password what its holder must know; kept as it is, since the link's owner is shown it again
 * @param expires when it ends
 */
public record LinkTerms(
        @Nullable String slug,
        @Nullable String description,
        @Nullable String password,
        @Nullable Instant expires,
        LinkRights rights) {
    public boolean isOver(Instant now) {
        return expires != null && !expires.isAfter(now);
    }
}
