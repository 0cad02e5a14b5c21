package app.heirloom.storage.sql.asset;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.EmbeddingIndex;
import app.heirloom.library.embedding.EmbeddingRepository;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.VectorBytes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

public final class SqlEmbeddingRepository implements EmbeddingRepository {
    private final Database database;

    public SqlEmbeddingRepository(Database database) {
        this.database = database;
    }

    @Override
    public void save(ModelId model, Checksum content, Embedding embedding) {
        database.update("delete from image_embedding where checksum = ? and model = ?", content.bytes(), model.name());
        database.update(
                "insert into image_embedding (checksum, model, vector) values (?, ?, ?)",
                content.bytes(),
                model.name(),
                VectorBytes.of(embedding));
    }

    @Override
    public Optional<Embedding> find(ModelId model, Checksum content) {
        return database.find(
                "select vector from image_embedding where checksum = ? and model = ?",
                row -> VectorBytes.read(row.bytes()),
                content.bytes(),
                model.name());
    }

    @Override
    public List<EmbeddingIndex.Entry> listAfter(ModelId model, long number, int limit) {
        return database.list(
                "select number, vector from image_embedding where model = ? and number > ? order by number limit ?",
                row -> new EmbeddingIndex.Entry(row.number(), VectorBytes.read(row.bytes())),
                model.name(),
                number,
                limit);
    }

    @Override
    public Set<Long> listKnown(Collection<Long> numbers) {
        Set<Long> known = new HashSet<>();
        Database.inPortions(
                numbers,
                (portion, placeholders) -> known.addAll(database.list(
                        "select number from image_embedding where number in " + placeholders,
                        Row::number,
                        portion.toArray())));
        return known;
    }

    @Override
    public List<Checksum> listContents(Collection<Long> numbers) {
        List<Checksum> contents = new ArrayList<>();
        Database.inPortions(
                numbers,
                (portion, placeholders) -> contents.addAll(database.list(
                        "select checksum from image_embedding where number in " + placeholders,
                        row -> Checksum.of(row.bytes()),
                        portion.toArray())));
        return contents;
    }

    @Override
    public int removeSucceeded(ModelId successor, int limit) {
        return database.update("""
                delete from image_embedding where number in (
                  select former.number from image_embedding former
                  join image_embedding own on own.checksum = former.checksum and own.model = ?
                  where former.model <> ? limit ?)
                """, successor.name(), successor.name(), limit);
    }

    @Override
    public List<AssetId> listUnseen(ModelId model, AssetId after, int limit) {
        return database.list("""
                select id from asset where id > ?
                  and exists (select 1 from asset_file where asset_id = asset.id and kind = ?)
                  and not exists (select 1 from image_embedding where checksum = asset.checksum and model = ?)
                order by id limit ?
                """, row -> new AssetId(row.uuid()), after.value(), FileKind.PREVIEW, model.name(), limit);
    }
}
