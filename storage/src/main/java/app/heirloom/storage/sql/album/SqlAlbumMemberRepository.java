package app.heirloom.storage.sql.album;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.album.AlbumMemberRepository;
import app.heirloom.library.album.AlbumRole;
import app.heirloom.library.album.Membership;
import app.heirloom.library.event.ChangeId;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.sql.row.Deletions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class SqlAlbumMemberRepository implements AlbumMemberRepository {
    private final Database database;
    private final Deletions deletions;

    public SqlAlbumMemberRepository(Database database) {
        this.database = database;
        this.deletions = new Deletions(database);
    }

    @Override
    public Optional<AlbumRole> findRole(AlbumId album, UserId user) {
        return database.find(
                "select role from album_user where album_id = ? and user_id = ?",
                row -> AlbumRows.role(row.integer()),
                album.value(),
                user.value());
    }

    @Override
    public List<Membership> list(AlbumId album) {
        return list(List.of(album)).getOrDefault(album, List.of());
    }

    @Override
    public Map<AlbumId, List<Membership>> list(Collection<AlbumId> albums) {
        var found = new HashMap<AlbumId, List<Membership>>();
        Database.inPortions(
                albums,
                (portion, placeholders) -> database.forEach(
                        "select album_id, user_id, role from album_user where album_id in " + placeholders,
                        row -> found.computeIfAbsent(new AlbumId(row.uuid()), album -> new ArrayList<>())
                                .add(new Membership(new UserId(row.uuid()), AlbumRows.role(row.integer()))),
                        portion.stream().map(AlbumId::value).toArray()));
        return found;
    }

    @Override
    public boolean add(AlbumId album, Membership membership, Instant now) {
        ChangeId change = database.nextChange();
        return database.update(
                        """
                        insert into album_user (album_id, user_id, role, created_at, created_change_id, change_id)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """,
                        album.value(),
                        membership.user().value(),
                        AlbumRows.codeOf(membership.role()),
                        now,
                        change,
                        change)
                == 1;
    }

    @Override
    public void save(AlbumId album, Membership membership) {
        database.update(
                "update album_user set role = ?, change_id = ? where album_id = ? and user_id = ?",
                AlbumRows.codeOf(membership.role()),
                database.nextChange(),
                album.value(),
                membership.user().value());
    }

    @Override
    public void remove(AlbumId album, UserId user) {
        database.update("delete from album_user where album_id = ? and user_id = ?", album.value(), user.value());
        deletions.note(Deletions.Entity.ALBUM_USER, album.value(), album.value(), user.value());
        deletions.note(Deletions.Entity.ALBUM, user.value(), album.value());
    }
}
