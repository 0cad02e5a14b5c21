package app.heirloom.storage.sql.gallery;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.gallery.GalleryFace;
import app.heirloom.library.gallery.GalleryPeopleRepository;
import app.heirloom.library.gallery.GalleryPerson;
import app.heirloom.library.gallery.GalleryPersonId;
import app.heirloom.library.gallery.GalleryRepository.Place;
import app.heirloom.library.recognition.detection.Detection;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Folding;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.person.DetectionRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public final class SqlGalleryPeopleRepository implements GalleryPeopleRepository {
    /** Of a row with a checksum, whether some file has the content. */
    private static final String IN_A_FILE = """
            exists (select 1 from gallery_content join gallery_file on gallery_file.hash = gallery_content.hash
              where gallery_content.checksum = %s.checksum)""";

    private final Database database;

    public SqlGalleryPeopleRepository(Database database) {
        this.database = database;
    }

    @Override
    public List<GalleryFace> listFaces(ModelId model, long after, int limit) {
        return database.list(
                """
                select number, x1, y1, x2, y2, moment, short_side, sharpness, frontality, score, vector, checksum, person_id,
                  coalesce(is_by_hand, false)
                from detected_face left join gallery_face on detected_number = number
                where model = ? and number > ? and %s order by number limit ?""".formatted(IN_A_FILE.formatted("detected_face")),
                SqlGalleryPeopleRepository::face,
                model.name(),
                after,
                limit);
    }

    private static GalleryFace face(Row row) {
        Detection detection = DetectionRows.detection(row);
        Checksum content = Checksum.of(row.bytes());
        Long person = row.numberOrNull();
        return new GalleryFace(detection, content, person == null ? null : new GalleryPersonId(person), row.flag());
    }

    @Override
    public List<GalleryPerson> list() {
        return database.list(
                """
                select id, name, (select count(*) from gallery_face
                  join detected_face on number = detected_number where person_id = id and %s) as faces
                from gallery_person order by name = '', name_folded, faces desc, id""".formatted(IN_A_FILE.formatted("detected_face")),
                row -> new GalleryPerson(new GalleryPersonId(row.number()), row.text(), row.number()));
    }

    @Override
    public GalleryPersonId add() {
        return database.find(
                        "insert into gallery_person (name, name_folded) values ('', '') returning id",
                        row -> new GalleryPersonId(row.number()))
                .orElseThrow();
    }

    @Override
    public void rename(GalleryPersonId id, String name) {
        database.update(
                "update gallery_person set name = ?, name_folded = ? where id = ?",
                name,
                Folding.fold(name),
                id.value());
    }

    @Override
    public void assign(long detection, GalleryPersonId person) {
        database.update("""
                insert into gallery_face (detected_number, person_id, is_by_hand)
                select number, ?, false from detected_face where number = ?
                on conflict (detected_number) do update set person_id = excluded.person_id
                  where not gallery_face.is_by_hand""", person.value(), detection);
    }

    @Override
    public void release(long detection) {
        database.update("delete from gallery_face where detected_number = ? and not is_by_hand", detection);
    }

    @Override
    public void confirm(GalleryPersonId id) {
        database.update("update gallery_face set is_by_hand = true where person_id = ?", id.value());
    }

    @Override
    public void merge(GalleryPersonId from, GalleryPersonId into) {
        database.update("update gallery_face set person_id = ? where person_id = ?", into.value(), from.value());
        remove(from);
    }

    @Override
    public void remove(GalleryPersonId id) {
        database.update("delete from gallery_person where id = ?", id.value());
    }

    @Override
    public void removeAll() {
        database.update("delete from gallery_person");
    }

    @Override
    public int removeForsaken() {
        return database.update("""
                delete from gallery_person
                where name = '' and not exists (select 1 from gallery_face where person_id = id)""");
    }

    @Override
    public List<Long> listShowing(ModelId model, List<List<GalleryPersonId>> people) {
        List<Object> arguments = new ArrayList<>(List.of(model.name()));
        String condition = shows("image_embedding", people, arguments);
        return database.list(
                "select number from image_embedding where model = ? and " + condition,
                Row::number,
                arguments.toArray());
    }

    @Override
    public List<Place> listPlaces(List<List<GalleryPersonId>> people, int limit) {
        List<Object> arguments = new ArrayList<>();
        String condition = shows("gallery_content", people, arguments);
        arguments.add(limit);
        return database.list("""
                select path, name from gallery_content
                  join gallery_file on gallery_file.hash = gallery_content.hash
                  join gallery on gallery.id = gallery_id
                where %s order by path, name limit ?""".formatted(condition), row -> new Place(row.text(), row.text()), arguments.toArray());
    }

    private static String shows(String table, List<List<GalleryPersonId>> people, List<Object> arguments) {
        List<String> conditions = new ArrayList<>();
        for (List<GalleryPersonId> alternatives : people) {
            alternatives.forEach(person -> arguments.add(person.value()));
            conditions.add("""
                    exists (select 1 from gallery_face
                      join detected_face on detected_face.number = gallery_face.detected_number
                      where detected_face.checksum = %s.checksum and person_id in (%s))""".formatted(table, String.join(", ", Collections.nCopies(alternatives.size(), "?"))));
        }
        return String.join(" and ", conditions);
    }
}
