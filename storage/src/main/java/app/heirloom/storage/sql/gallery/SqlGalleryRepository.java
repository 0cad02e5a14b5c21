package app.heirloom.storage.sql.gallery;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.gallery.Content;
import app.heirloom.library.gallery.ContentHash;
import app.heirloom.library.gallery.Gallery;
import app.heirloom.library.gallery.GalleryCounts;
import app.heirloom.library.gallery.GalleryFile;
import app.heirloom.library.gallery.GalleryId;
import app.heirloom.library.gallery.GalleryRepository;
import app.heirloom.library.gallery.GalleryStamp;
import app.heirloom.library.gallery.ModelSet;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Folding;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.Trigrams;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

public final class SqlGalleryRepository implements GalleryRepository {
    /** The column newest_at holds the states of the files; once it was the time of the newest. */
    private static final String GALLERIES =
            "select id, path, models, files, size_in_bytes, newest_at, folder_at from gallery";

    private static final String ORPHANED = "not exists (select 1 from gallery_file where hash = gallery_content.hash)";
    private static final String SAVE_FILE = """
            insert into gallery_file (gallery_id, name, size_in_bytes, modified_at, inode, hash, failure)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (gallery_id, name) do update set size_in_bytes = excluded.size_in_bytes,
              modified_at = excluded.modified_at, inode = excluded.inode, hash = excluded.hash,
              failure = excluded.failure""";

    private final Database database;
    private final InstantSource clock;

    public SqlGalleryRepository(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Gallery open(String path) {
        database.update("insert into gallery (path) values (?) on conflict (path) do nothing", path);
        return database.find(GALLERIES + " where path = ?", SqlGalleryRepository::gallery, path)
                .orElseThrow();
    }

    @Override
    public void forEach(String path, Consumer<Gallery> consumer) {
        String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        database.forEach(
                GALLERIES + " where path = ? or substr(path, 1, ?) = ? order by path",
                row -> consumer.accept(gallery(row)),
                path,
                folder.codePointCount(0, folder.length()) + 1,
                folder + "/");
    }

    private static Gallery gallery(Row row) {
        GalleryId id = new GalleryId(row.number());
        String path = row.text();
        ModelSet looks = new ModelSet(row.text());
        Long files = row.numberOrNull();
        Optional<GalleryStamp> stamp = files == null
                ? Optional.empty()
                : Optional.of(new GalleryStamp(files, row.number(), row.number(), row.instant()));
        return new Gallery(id, path, stamp, looks);
    }

    @Override
    public List<GalleryFile> listFiles(GalleryId id) {
        return database.list("""
                select name, size_in_bytes, modified_at, inode, hash, failure from gallery_file
                where gallery_id = ? order by name""", SqlGalleryRepository::file, id.value());
    }

    private static GalleryFile file(Row row) {
        return new GalleryFile(
                row.text(),
                new GalleryFile.State(row.number(), row.instant(), row.number()),
                hashOrNull(row.bytesOrNull()),
                row.textOrNull());
    }

    private static @Nullable ContentHash hashOrNull(byte @Nullable [] bytes) {
        return bytes == null ? null : ContentHash.of(bytes);
    }

    @Override
    public void saveFiles(GalleryId id, Collection<GalleryFile> files) {
        for (GalleryFile file : files) {
            GalleryFile.State state = file.state();
            ContentHash content = file.content();
            database.update(
                    SAVE_FILE,
                    id.value(),
                    file.name(),
                    state.sizeInBytes(),
                    state.modified(),
                    state.inode(),
                    content == null ? null : content.bytes(),
                    file.failure());
        }
    }

    @Override
    public void removeFiles(GalleryId id, Collection<String> names) {
        names.forEach(name ->
                database.update("delete from gallery_file where gallery_id = ? and name = ?", id.value(), name));
    }

    @Override
    public void complete(GalleryId id, GalleryStamp stamp, ModelSet looks) {
        database.update(
                """
                update gallery set files = ?, size_in_bytes = ?, newest_at = ?, folder_at = ?, models = ?
                where id = ?""", stamp.files(), stamp.sizeInBytes(), stamp.states(), stamp.folder(), looks.names(), id.value());
    }

    @Override
    public void remove(GalleryId id) {
        database.update("delete from gallery where id = ?", id.value());
    }

    @Override
    public boolean lease(GalleryId id, String worker, Duration duration) {
        Instant now = clock.instant();
        return database.update("""
                        update gallery set leased_by = ?, leased_until = ?
                        where id = ? and (leased_by is null or leased_by = ? or leased_until < ?)""", worker, now.plus(duration), id.value(), worker, now) > 0;
    }

    @Override
    public void release(GalleryId id, String worker) {
        database.update(
                "update gallery set leased_by = null, leased_until = null where id = ? and leased_by = ?",
                id.value(),
                worker);
    }

    @Override
    public void renew(String worker, Duration duration) {
        database.update(
                "update gallery set leased_until = ? where leased_by = ?",
                clock.instant().plus(duration),
                worker);
    }

    @Override
    public void releaseAll(String worker) {
        database.update("update gallery set leased_by = null, leased_until = null where leased_by = ?", worker);
    }

    @Override
    public List<String> listWorkers() {
        return database.list("select distinct leased_by from gallery where leased_by is not null", Row::text);
    }

    @Override
    public void addContents(Collection<Content> contents) {
        for (Content content : contents) {
            database.update(
                    "insert into gallery_content (hash, checksum) values (?, ?) on conflict (hash) do nothing",
                    content.hash().bytes(),
                    content.checksum().bytes());
        }
    }

    @Override
    public Optional<Content> findContent(ContentHash hash) {
        return database.find(
                "select checksum from gallery_content where hash = ?",
                row -> new Content(hash, Checksum.of(row.bytes())),
                hash.bytes());
    }

    @Override
    public Set<ContentHash> listUnseen(Collection<ContentHash> hashes, ModelSet models) {
        Set<ContentHash> unseen = new HashSet<>();
        for (ModelId model : models.list()) {
            Database.inPortions(hashes, (portion, placeholders) -> {
                List<Object> arguments = new ArrayList<>();
                portion.forEach(hash -> arguments.add(hash.bytes()));
                arguments.add(model.name());
                database.forEach(
                        "select hash from gallery_content where hash in " + placeholders
                                + " and not exists (select 1 from model_look where checksum = gallery_content.checksum"
                                + " and model = ?)",
                        row -> unseen.add(ContentHash.of(row.bytes())),
                        arguments.toArray());
            });
        }
        return unseen;
    }

    @Override
    public void addLooks(Content content, ModelSet models) {
        for (ModelId model : models.list()) {
            database.update(
                    "insert into model_look (checksum, model) values (?, ?) on conflict (checksum, model) do nothing",
                    content.checksum().bytes(),
                    model.name());
        }
    }

    @Override
    public int removeOrphans() {
        return database.update("delete from gallery_content where " + ORPHANED);
    }

    @Override
    public long countOrphans() {
        return database.find("select count(*) from gallery_content where " + ORPHANED, Row::number)
                .orElseThrow();
    }

    @Override
    public void forgetLooks() {
        for (String table : List.of("model_look", "image_embedding", "detected_face", "text_line")) {
            database.update("""
                    delete from %1$s where checksum in (select checksum from gallery_content)
                      and not exists (select 1 from asset where asset.checksum = %1$s.checksum)""".formatted(table));
        }
        database.update("update gallery set models = ''");
        new SqlGalleryPeopleRepository(database).removeForsaken();
    }

    @Override
    public Map<Long, List<Place>> listPlaces(Collection<Long> embeddings) {
        Map<Long, List<Place>> places = new HashMap<>();
        Database.inPortions(
                embeddings,
                (portion, placeholders) -> database.forEach(
                        """
                        select number, path, name from image_embedding
                          join gallery_content on gallery_content.checksum = image_embedding.checksum
                          join gallery_file on gallery_file.hash = gallery_content.hash
                          join gallery on gallery.id = gallery_id
                        where number in\s""" + placeholders + " order by path, name",
                        row -> places.computeIfAbsent(row.number(), number -> new ArrayList<>())
                                .add(new Place(row.text(), row.text())),
                        portion.toArray()));
        return places;
    }

    @Override
    public List<Place> listReading(List<String> words, int limit) {
        StringJoiner readings = new StringJoiner(" and ");
        List<Object> arguments = new ArrayList<>();
        for (String word : words) {
            String trigrams = Trigrams.of(Folding.fold(word));
            String index = trigrams.isEmpty() ? "" : database.textIndex().orElse("");
            if (!index.isEmpty()) {
                arguments.add(trigrams);
            }
            arguments.add(Folding.anywhere(word));
            readings.add("gallery_content.checksum in (select checksum from text_line where "
                    + (index.isEmpty() ? "" : index + " and ") + "text_folded like ? escape '\\')");
        }
        arguments.add(limit);
        return database.list(
                """
                select path, name from gallery_content
                  join gallery_file on gallery_file.hash = gallery_content.hash
                  join gallery on gallery.id = gallery_id
                where\s""" + readings + " order by path, name limit ?",
                row -> new Place(row.text(), row.text()),
                arguments.toArray());
    }

    @Override
    public void forEachFailure(Consumer<Failure> consumer) {
        database.forEach("""
                select path, name, failure from gallery_file join gallery on gallery.id = gallery_id
                where failure is not null order by path, name""", row -> consumer.accept(new Failure(new Place(row.text(), row.text()), row.text())));
    }

    @Override
    public Map<ModelId, Long> countLooks() {
        Map<ModelId, Long> looks = new LinkedHashMap<>();
        database.forEach("""
                select model, count(*) from model_look
                where checksum in (select checksum from gallery_content
                  where exists (select 1 from gallery_file where hash = gallery_content.hash))
                group by model order by model""", row -> looks.put(new ModelId(row.text()), row.number()));
        return looks;
    }

    @Override
    public GalleryCounts counts() {
        return database.find(
                        """
                        select (select count(*) from gallery),
                          (select count(*) from gallery_file),
                          (select count(*) from gallery_file where failure is not null),
                          (select count(*) from gallery_content),
                          (select coalesce(sum(size_in_bytes), 0) from gallery_file)""",
                        row -> new GalleryCounts(row.number(), row.number(), row.number(), row.number(), row.number()))
                .orElseThrow();
    }
}
