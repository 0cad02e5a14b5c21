package app.heirloom.library.album;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes, shows, changes and deletes albums. */
public final class Albums {
    private final AlbumShelves shelves;
    private final AlbumAccess access;
    private final AlbumMembers members;
    private final AlbumNews news;
    private final Transactions transactions;
    private final InstantSource clock;

    public Albums(
            AlbumShelves shelves,
            AlbumAccess access,
            AlbumMembers members,
            AlbumNews news,
            Transactions transactions,
            InstantSource clock) {
        this.shelves = shelves;
        this.access = access;
        this.members = members;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Makes an empty album with these members besides the caller, who owns it; fails as {@link AlbumMembers#add}. */
    public AlbumId create(Caller caller, AlbumDetails details, List<Membership> invited) {
        Instant now = clock.instant();
        Album album = new Album(AlbumId.random(), details, null, now, now);
        transactions.run(() -> {
            shelves.albums().add(album);
            shelves.members().add(album.id(), new Membership(caller.id(), AlbumRole.OWNER), now);
            members.join(album.id(), invited);
            news.tell(album.id());
        });
        return album.id();
    }

    /** Fails as NO_ACCESS when the album is not for the caller. */
    public AlbumView get(Caller caller, AlbumId id) {
        return transactions.read(() -> {
            access.get(caller, id, Permission.ALBUM_READ);
            return views(AlbumFilter.of(caller.id()).withId(id)).getFirst();
        });
    }

    public List<AlbumView> list(AlbumFilter filter) {
        return transactions.read(() -> views(filter));
    }

    public AlbumCounts count(Caller caller) {
        return transactions.read(() -> shelves.albums().count(AlbumFilter.of(caller.id())));
    }

    /** Fails as NO_ACCESS to the album; as INVALID when the thumbnail does not lie in it. */
    public void update(Caller caller, AlbumId id, AlbumEdit edit) {
        transactions.run(() -> {
            Album album = access.get(caller, id, Permission.ALBUM_UPDATE);
            AssetId thumbnail = edit.thumbnail();
            if (thumbnail != null && !shelves.albums().holds(id, thumbnail)) {
                throw ErrorCode.INVALID.exception("Invalid album thumbnail");
            }
            shelves.albums()
                    .save(album.with(
                            edit.over(album.details()),
                            thumbnail == null ? album.thumbnail() : thumbnail,
                            clock.instant()));
            news.tell(id);
        });
    }

    /** Deletes the album for all of its members; its assets stay. */
    public void delete(Caller caller, AlbumId id) {
        transactions.run(() -> {
            access.get(caller, id, Permission.ALBUM_DELETE);
            Set<UserId> concerned = news.membersOf(id);
            shelves.albums().remove(id);
            news.tell(id, concerned);
        });
    }

    private List<AlbumView> views(AlbumFilter filter) {
        List<AlbumSummary> summaries = shelves.albums().list(filter);
        Map<AlbumId, List<Membership>> memberships = shelves.members()
                .list(summaries.stream().map(summary -> summary.album().id()).toList());
        Map<UserId, User> users =
                shelves.users().list().stream().collect(Collectors.toMap(User::id, Function.identity()));
        return summaries.stream()
                .map(summary -> new AlbumView(
                        summary,
                        members(memberships.getOrDefault(summary.album().id(), List.of()), users, filter.member())))
                .toList();
    }

    private static List<AlbumView.Member> members(
            List<Membership> memberships, Map<UserId, User> users, UserId caller) {
        return memberships.stream()
                .flatMap(membership -> Optional.ofNullable(users.get(membership.user()))
                        .map(user -> new AlbumView.Member(user, membership.role()))
                        .stream())
                .sorted(Comparator.comparing((AlbumView.Member member) -> member.role() != AlbumRole.OWNER)
                        .thenComparing(member -> !member.user().id().equals(caller))
                        .thenComparing(member -> member.user().account().name()))
                .toList();
    }
}
