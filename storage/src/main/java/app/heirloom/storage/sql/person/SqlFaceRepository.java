package app.heirloom.storage.sql.person;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.metadata.FaceRegion;
import app.heirloom.library.person.Face;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.FaceMove;
import app.heirloom.library.person.FaceRepository;
import app.heirloom.library.person.FaceSource;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.sql.row.Deletions;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

public final class SqlFaceRepository implements FaceRepository {
    private static final String SELECT = "select " + FaceRows.COLUMNS + " from asset_face ";
    private static final String PRESENTABLE = """
            join asset on asset.id = asset_id
            where person_id = ? and is_visible and visibility in (?, ?) and trashed_at is null
            """;

    private final Database database;
    private final Deletions deletions;

    public SqlFaceRepository(Database database) {
        this.database = database;
        this.deletions = new Deletions(database);
    }

    @Override
    public Optional<Face> find(FaceId id) {
        return database.find(SELECT + "where id = ? and is_visible", FaceRows::face, id.value());
    }

    @Override
    public List<Face> list(AssetId asset) {
        return database.list(
                SELECT + "where asset_id = ? and is_visible order by 1.0 * x1 / image_width, id",
                FaceRows::face,
                asset.value());
    }

    @Override
    public List<Face> listRead(AssetId asset) {
        return database.list(
                SELECT + "where asset_id = ? and source = ?",
                FaceRows::face,
                asset.value(),
                FaceRows.codeOf(FaceSource.FILE));
    }

    @Override
    public Optional<Face> findPresentable(PersonId person, FaceId id) {
        return database.find(
                SELECT + PRESENTABLE + "and asset_face.id = ?",
                FaceRows::face,
                person.value(),
                Visibility.TIMELINE,
                Visibility.ARCHIVE,
                id.value());
    }

    @Override
    public Optional<Face> findLargest(PersonId person) {
        return database.find(
                SELECT + PRESENTABLE + """
                order by 1.0 * (x2 - x1) * (y2 - y1) / image_width / image_height desc, asset_face.id limit 1
                """, FaceRows::face, person.value(), Visibility.TIMELINE, Visibility.ARCHIVE);
    }

    @Override
    public List<AssetId> listConfirmed(PersonId person) {
        return database.list(
                "select distinct asset_id from asset_face where person_id = ? and is_visible and is_confirmed",
                row -> new AssetId(row.uuid()),
                person.value());
    }

    @Override
    public List<FaceRegion> listNamed(AssetId asset) {
        return database.list(
                """
                select case when is_visible and is_confirmed then coalesce(name, '') else '' end,
                  1.0 * x1 / image_width, 1.0 * y1 / image_height,
                  1.0 * (x2 - x1) / image_width, 1.0 * (y2 - y1) / image_height
                from asset_face left join person on person.id = person_id
                where asset_id = ? order by 1.0 * x1 / image_width, asset_face.id
                """, row -> new FaceRegion(row.text(), row.real(), row.real(), row.real(), row.real()), asset.value());
    }

    @Override
    public void add(Face face) {
        PersonId person = face.person();
        FaceBox box = face.box();
        database.update(
                """
                insert into asset_face (id, asset_id, person_id, source, image_width, image_height, x1, y1, x2, y2,
                  moment, label, is_visible, is_confirmed, change_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                face.id().value(),
                face.asset().value(),
                person == null ? null : person.value(),
                FaceRows.codeOf(face.source()),
                box.image().width(),
                box.image().height(),
                box.left(),
                box.top(),
                box.right(),
                box.bottom(),
                box.moment(),
                face.label(),
                true,
                face.source() != FaceSource.MODEL,
                database.nextChange());
    }

    @Override
    public void assign(FaceId id, PersonId person) {
        FaceChanges.assign(database, id.value(), person);
        database.update(
                "update asset_face set is_confirmed = ?, is_confirmed_together = ? where id = ?",
                true,
                false,
                id.value());
        database.update("""
                delete from face_difference
                where one_face_id = ? and other_face_id in (select id from asset_face where person_id = ?)
                  or other_face_id = ? and one_face_id in (select id from asset_face where person_id = ?)
                """, id.value(), person.value(), id.value(), person.value());
    }

    @Override
    public List<FaceId> listBest(PersonId person, int limit) {
        return database.list("""
                select asset_face.id from asset_face left join detected_face on detected_face.number = detected_number
                where person_id = ? and is_visible
                order by number is null, score * short_side desc, asset_face.id limit ?
                """, row -> new FaceId(row.uuid()), person.value(), limit);
    }

    @Override
    public void confirmAll(PersonId person) {
        database.update("""
                update asset_face set is_confirmed = ?, is_confirmed_together = ?
                where person_id = ? and is_visible and not is_confirmed
                """, true, true, person.value());
    }

    @Override
    public List<Face> doubt(PersonId person, Instant before) {
        String doubtful = """
                where person_id = ? and is_confirmed_together
                  and exists (select 1 from asset where asset.id = asset_id and captured_at < ?)
                """;
        List<Face> doubted = database.list(SELECT + doubtful, FaceRows::face, person.value(), before);
        database.update(
                "update asset_face set is_confirmed = ?, is_confirmed_together = ? " + doubtful,
                false,
                false,
                person.value(),
                before);
        return doubted;
    }

    @Override
    public void distinguish(UserId owner, FaceId id, Collection<FaceId> others) {
        for (FaceId other : others) {
            boolean inOrder = id.value().compareTo(other.value()) < 0;
            database.update(
                    "insert into face_difference values (?, ?, ?) on conflict do nothing",
                    owner.value(),
                    inOrder ? id.value() : other.value(),
                    inOrder ? other.value() : id.value());
        }
    }

    @Override
    public List<FaceMove> assignAll(PersonId from, PersonId to) {
        List<FaceMove> moves = database.list(
                "select id, is_confirmed from asset_face where person_id = ? order by id",
                row -> new FaceMove(new FaceId(row.uuid()), from, to, row.flag()),
                from.value());
        FaceChanges.assignAll(database, from, to);
        return moves;
    }

    @Override
    public void release(FaceId id) {
        database.update("""
                update asset_face set person_id = null, is_confirmed = ?, is_confirmed_together = ?, change_id = ?
                where id = ?
                """, false, false, database.nextChange(), id.value());
    }

    @Override
    public void hide(FaceId id) {
        DetectionRows.drop(database, "id = ?", id.value());
        database.update(
                "update asset_face set is_visible = ?, person_id = null, change_id = ? where id = ?",
                false,
                database.nextChange(),
                id.value());
    }

    @Override
    public void remove(FaceId id) {
        database.find(
                        "select owner_id from asset join asset_face on asset_id = asset.id where asset_face.id = ?",
                        row -> row.uuid(),
                        id.value())
                .ifPresent(owner -> deletions.note(Deletions.Entity.FACE, owner, id.value()));
        DetectionRows.drop(database, "id = ?", id.value());
        database.update("delete from asset_face where id = ?", id.value());
    }
}
