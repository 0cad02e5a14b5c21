package app.heirloom.storage.sql;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Dimensions;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.person.Face;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.FaceRepository;
import app.heirloom.library.person.FaceSource;
import app.heirloom.library.person.PersonId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

final class SqlFaceRepository implements FaceRepository {
    private static final String SELECT = """
            select asset_face.id, asset_id, person_id, source, image_width, image_height, x1, y1, x2, y2, label
            from asset_face
            """;
    private static final String PRESENTABLE = """
            join asset on asset.id = asset_id
            where person_id = ? and is_visible and visibility in (?, ?) and trashed_at is null
            """;
    /** In the order of their numbers. */
    private static final List<FaceSource> SOURCES = List.of(FaceSource.MODEL, FaceSource.FILE, FaceSource.HAND);

    private final Database database;
    private final Deletions deletions;

    SqlFaceRepository(Database database) {
        this.database = database;
        this.deletions = new Deletions(database);
    }

    @Override
    public Optional<Face> find(FaceId id) {
        return database.find(SELECT + "where id = ? and is_visible", SqlFaceRepository::face, id.value());
    }

    @Override
    public List<Face> list(AssetId asset) {
        return database.list(
                SELECT + "where asset_id = ? and is_visible order by 1.0 * x1 / image_width, id",
                SqlFaceRepository::face,
                asset.value());
    }

    @Override
    public List<Face> listRead(AssetId asset) {
        return database.list(
                SELECT + "where asset_id = ? and source = ?",
                SqlFaceRepository::face,
                asset.value(),
                SOURCES.indexOf(FaceSource.FILE));
    }

    @Override
    public Optional<Face> findPresentable(PersonId person, FaceId id) {
        return database.find(
                SELECT + PRESENTABLE + "and asset_face.id = ?",
                SqlFaceRepository::face,
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
                """,
                SqlFaceRepository::face,
                person.value(),
                Visibility.TIMELINE,
                Visibility.ARCHIVE);
    }

    @Override
    public void add(Face face) {
        PersonId person = face.person();
        FaceBox box = face.box();
        database.update(
                """
                insert into asset_face (id, asset_id, person_id, source, image_width, image_height, x1, y1, x2, y2,
                  label, is_visible, change_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                face.id().value(),
                face.asset().value(),
                person == null ? null : person.value(),
                SOURCES.indexOf(face.source()),
                box.image().width(),
                box.image().height(),
                box.left(),
                box.top(),
                box.right(),
                box.bottom(),
                face.label(),
                true,
                database.nextChange());
    }

    @Override
    public void assign(FaceId id, PersonId person) {
        FaceChanges.assign(database, id.value(), person);
    }

    @Override
    public void assignAll(PersonId from, PersonId to) {
        FaceChanges.assignAll(database, from, to);
    }

    @Override
    public void hide(FaceId id) {
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
        database.update("delete from asset_face where id = ?", id.value());
    }

    private static Face face(Row row) {
        return new Face(
                new FaceId(row.uuid()),
                new AssetId(row.uuid()),
                person(row.uuidOrNull()),
                SOURCES.get(row.integer()),
                new FaceBox(
                        new Dimensions(row.integer(), row.integer()),
                        row.integer(),
                        row.integer(),
                        row.integer(),
                        row.integer()),
                row.textOrNull());
    }

    private static @Nullable PersonId person(@Nullable UUID id) {
        return id == null ? null : new PersonId(id);
    }
}
