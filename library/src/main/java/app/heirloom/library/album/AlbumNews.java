package app.heirloom.library.album;

import app.heirloom.library.event.Events;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.UserId;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells all members that their album changed, once the surrounding write is durable. */
public final class AlbumNews {
    private final AlbumMemberRepository members;
    private final Transactions transactions;
    private final Events events;

    public AlbumNews(AlbumMemberRepository members, Transactions transactions, Events events) {
        this.members = members;
        this.transactions = transactions;
        this.events = events;
    }

    /** In the surrounding write: the album changed. */
    public void tell(AlbumId album) {
        tell(album, membersOf(album));
    }

    void tell(AlbumId album, Set<UserId> concerned) {
        transactions.afterCommit(() -> events.publish(new AlbumChanged(album, concerned)));
    }

    Set<UserId> membersOf(AlbumId album) {
        return members.list(album).stream().map(Membership::user).collect(Collectors.toSet());
    }
}
