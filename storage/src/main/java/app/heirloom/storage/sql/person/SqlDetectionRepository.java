package app.heirloom.storage.sql.person;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.FaceSource;
import app.heirloom.library.recognition.detection.Detection;
import app.heirloom.library.recognition.detection.DetectionRepository;
import app.heirloom.library.recognition.detection.FaceArea;
import app.heirloom.library.recognition.detection.KnownFace;
import app.heirloom.library.recognition.detection.Sighting;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.Deletions;
import app.heirloom.storage.sql.row.VectorBytes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

public final class SqlDetectionRepository implements DetectionRepository {
    private final Database database;
    private final Deletions deletions;

    public SqlDetectionRepository(Database database) {
        this.database = database;
        this.deletions = new Deletions(database);
    }

    @Override
    public Optional<List<Detection>> find(Checksum content, ModelId model) {
        if (!database.exists(
                "select 1 from model_look where checksum = ? and model = ?", content.bytes(), model.name())) {
            return Optional.empty();
        }
        return Optional.of(database.list("""
                select number, x1, y1, x2, y2, moment, short_side, sharpness, frontality, score, vector
                from detected_face where checksum = ? and model = ? order by number
                """, DetectionRows::detection, content.bytes(), model.name()));
    }

    @Override
    public List<Detection> save(Checksum content, ModelId model, List<Sighting> seen) {
        database.update("insert into model_look values (?, ?) on conflict do nothing", content.bytes(), model.name());
        database.update("delete from detected_face where checksum = ? and model = ?", content.bytes(), model.name());
        return seen.stream().map(sighting -> add(content, model, sighting)).toList();
    }

    private Detection add(Checksum content, ModelId model, Sighting sighting) {
        FaceArea area = sighting.area();
        FaceQuality quality = sighting.quality();
        return database.find(
                        """
                        insert into detected_face (checksum, model, x1, y1, x2, y2, moment, short_side, sharpness,
                          frontality, score, vector)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning number
                        """,
                        row -> new Detection(row.number(), sighting),
                        content.bytes(),
                        model.name(),
                        area.left(),
                        area.top(),
                        area.right(),
                        area.bottom(),
                        area.moment(),
                        quality.shortSide(),
                        quality.sharpness(),
                        quality.frontality(),
                        quality.score(),
                        VectorBytes.of(sighting.embedding()))
                .orElseThrow();
    }

    @Override
    public List<KnownFace> listFaces(AssetId asset) {
        return database.list(
                "select " + FaceRows.COLUMNS + """
                , is_visible, is_confirmed, detected_number from asset_face where asset_id = ? order by id
                """,
                row -> new KnownFace(FaceRows.face(row), row.flag(), row.flag(), row.numberOrNull()),
                asset.value());
    }

    @Override
    public void attach(FaceId face, long detection) {
        database.update("update asset_face set detected_number = ? where id = ?", detection, face.value());
    }

    @Override
    public void detach(FaceId face) {
        DetectionRows.drop(database, "id = ?", face.value());
    }

    @Override
    public List<AssetId> listShowing(Checksum content) {
        return database.list(
                "select id from asset join asset_look on asset_id = id where checksum = ?",
                row -> new AssetId(row.uuid()),
                content.bytes());
    }

    @Override
    public void show(AssetId asset, ModelId model) {
        Optional<String> before =
                database.find("select model from asset_look where asset_id = ?", Row::text, asset.value());
        database.update("""
                insert into asset_look values (?, ?) on conflict (asset_id) do update set model = excluded.model
                """, asset.value(), model.name());
        before.filter(other -> !other.equals(model.name()))
                .ifPresent(other -> dropUnshown(other, "(select checksum from asset where id = ?)", asset.value()));
    }

    /** What the model saw in the contents, unless another asset shows it. */
    private void dropUnshown(String model, String contents, UUID argument) {
        for (String table : List.of("detected_face", "model_look")) {
            database.update("""
                    delete from %1$s where model = ? and checksum in %2$s
                      and not exists (select 1 from asset join asset_look on asset_id = asset.id
                        where asset.checksum = %1$s.checksum and asset_look.model = %1$s.model)
                    """.formatted(table, contents), model, argument);
        }
    }

    @Override
    public List<AssetId> listUnseen(ModelId model, AssetId after, int limit) {
        return database.list(
                """
                select id from asset where id > ? and visibility in (?, ?)
                  and not exists (select 1 from asset_look where asset_id = asset.id and model = ?)
                  and exists (select 1 from asset_file where asset_id = asset.id and kind = ?)
                  and not exists (select 1 from recognition_refusal where user_id = owner_id)
                order by id limit ?
                """,
                row -> new AssetId(row.uuid()),
                after.value(),
                Visibility.TIMELINE,
                Visibility.ARCHIVE,
                model.name(),
                FileKind.PREVIEW,
                limit);
    }

    @Override
    public boolean isRefused(UserId user) {
        return database.exists("select 1 from recognition_refusal where user_id = ?", user.value());
    }

    @Override
    public void refuse(UserId user) {
        database.update("insert into recognition_refusal values (?) on conflict do nothing", user.value());
    }

    @Override
    public void permit(UserId user) {
        database.update("delete from recognition_refusal where user_id = ?", user.value());
    }

    @Override
    public void forget(UserId owner) {
        String own = "asset_id in (select id from asset where owner_id = ?)";
        List<String> models =
                database.list("select distinct model from asset_look where " + own, Row::text, owner.value());
        String found = own + " and source = " + FaceRows.codeOf(FaceSource.MODEL) + """
                 and not (is_confirmed and exists (select 1 from person where id = person_id and name <> ''))
                """;
        database.list("select id from asset_face where " + found, Row::uuid, owner.value())
                .forEach(face -> deletions.note(Deletions.Entity.FACE, owner.value(), face));
        database.update("delete from asset_face where " + found, owner.value());
        database.update(
                "update asset_face set detected_number = null where detected_number is not null and " + own,
                owner.value());
        database.update("delete from asset_look where " + own, owner.value());
        models.forEach(model -> dropUnshown(model, "(select checksum from asset where owner_id = ?)", owner.value()));
    }
}
