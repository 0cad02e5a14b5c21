package app.heirloom.storage.sql.asset;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.text.TextLine;
import app.heirloom.library.text.TextRepository;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Folding;
import app.heirloom.storage.sql.row.Deletions;
import app.heirloom.storage.sql.row.TextRows;
import java.util.List;
import java.util.UUID;

public final class SqlTextRepository implements TextRepository {
    private final Database database;
    private final Deletions deletions;

    public SqlTextRepository(Database database) {
        this.database = database;
        this.deletions = new Deletions(database);
    }

    private record Owned(UUID id, UUID owner) {}

    @Override
    public void save(ModelId model, Checksum content, List<TextLine> lines) {
        database.update("delete from text_line where checksum = ?", content.bytes());
        for (int position = 0; position < lines.size(); position++) {
            TextLine line = lines.get(position);
            database.update(
                    """
                    insert into text_line (checksum, model, position, text, text_folded, corners,
                      detection_score, reading_score) values (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    content.bytes(),
                    model.name(),
                    position,
                    line.text(),
                    Folding.fold(line.text()),
                    TextRows.bytes(line.corners()),
                    line.detectionScore(),
                    line.readingScore());
        }
        database.update("insert into model_look values (?, ?) on conflict do nothing", content.bytes(), model.name());
        database.list(
                        "select id, owner_id from asset where checksum = ?",
                        row -> new Owned(row.uuid(), row.uuid()),
                        content.bytes())
                .forEach(asset -> tell(asset, lines.size()));
    }

    /** Clients forget what they knew of the asset, then learn its lines: a change for each, as they may stop between two. */
    private void tell(Owned asset, int lines) {
        if (database.update("delete from asset_text where asset_id = ?", asset.id()) > 0) {
            deletions.note(Deletions.Entity.TEXT, asset.owner(), asset.id());
        }
        for (int position = 0; position < lines; position++) {
            database.update("insert into asset_text values (?, ?, ?)", asset.id(), position, database.nextChange());
        }
    }

    @Override
    public List<TextLine> list(Checksum content) {
        return database.list(
                "select " + TextRows.COLUMNS + "from text_line where checksum = ?" + " order by position",
                TextRows::line,
                content.bytes());
    }

    @Override
    public List<AssetId> listUnread(ModelId model, AssetId after, int limit) {
        return database.list("""
                select id from asset where id > ? and type = 0
                  and exists (select 1 from asset_file where asset_id = asset.id and kind = ?)
                  and not exists (select 1 from model_look where checksum = asset.checksum and model = ?)
                order by id limit ?
                """, row -> new AssetId(row.uuid()), after.value(), FileKind.PREVIEW, model.name(), limit);
    }
}
