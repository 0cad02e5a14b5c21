package app.heirloom.library.album;

import java.util.List;

/**
 * An album as one of its members sees it.
 *
 * @param members the owner first, then the caller if that is another one, the rest by name
 */
public record AlbumView(AlbumSummary summary, List<AlbumMember> members) {
    /** Whether others than its owner see it. */
    public boolean isShared() {
        return members.size() > 1 || summary.linked();
    }
}
