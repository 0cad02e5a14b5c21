package app.heirloom.library.album;

import app.heirloom.library.user.Caller;
import app.heirloom.library.user.User;
import java.util.List;

/**
 * An album as one of its members sees it.
 *
 * @param members the owner first, then the caller if that is another one, the rest by name
 */
public record AlbumView(AlbumSummary summary, List<Member> members) {
    /** A user who takes part in it. */
    public record Member(User user, AlbumRole role) {}

    /** Holders of a link need not know who else takes part. */
    public AlbumView seenBy(Caller caller) {
        return caller.isUser()
                ? this
                : new AlbumView(summary, members.stream().limit(1).toList());
    }

    /** Whether others than its owner see it. */
    public boolean isShared() {
        return members.size() > 1 || summary.linked();
    }
}
