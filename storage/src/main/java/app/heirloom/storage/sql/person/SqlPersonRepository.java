package app.heirloom.storage.sql.person;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonCounts;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.PersonRepository;
import app.heirloom.library.person.Portrait;
import app.heirloom.library.person.profile.PersonProfile;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Folding;
import app.heirloom.storage.sql.row.Deletions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

public final class SqlPersonRepository implements PersonRepository {
    private static final String SELECT = "select " + PersonRows.COLUMNS + " from person ";

    /** The owner's people who are told of, each with the number of its faces, which the index alone knows. */
    private static final String TOLD = """
            from (
              select person.*,
                (select count(*) from asset_face where person_id = person.id and is_visible) as faces
              from person where owner_id = ?
            ) person where (name <> '' or faces >= ?)
            """;

    private final Database database;
    private final Deletions deletions;

    public SqlPersonRepository(Database database) {
        this.database = database;
        this.deletions = new Deletions(database);
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return database.find(SELECT + "where id = ?", PersonRows::person, id.value());
    }

    @Override
    public List<Person> list(UserId owner, Collection<PersonId> ids) {
        List<Person> found = new ArrayList<>();
        Database.inPortions(
                ids,
                (portion, placeholders) -> found.addAll(database.list(
                        SELECT + "where owner_id = ? and id in " + placeholders,
                        PersonRows::person,
                        Stream.concat(Stream.of(owner.value()), portion.stream().map(PersonId::value))
                                .toArray())));
        return found;
    }

    @Override
    public List<Person> page(UserId owner, boolean withHidden, int offset, int limit) {
        return database.list(
                "select " + PersonRows.COLUMNS + TOLD + (withHidden ? "" : "and not is_hidden ") + """
                order by is_hidden, is_favorite desc, name = '', faces desc, name_folded, created_at, id
                limit ? offset ?
                """,
                PersonRows::person,
                owner.value(),
                MINIMUM_FACES,
                limit,
                offset);
    }

    @Override
    public PersonCounts count(UserId owner) {
        return database.find(
                        "select count(*), count(case when is_hidden then 1 end) " + TOLD,
                        row -> new PersonCounts(row.number(), row.number()),
                        owner.value(),
                        MINIMUM_FACES)
                .orElseThrow();
    }

    @Override
    public List<Person> search(UserId owner, String name, boolean withHidden, int limit) {
        return database.list(
                SELECT + "where owner_id = ? and name_folded like ? escape '\\' "
                        + (withHidden ? "" : "and not is_hidden ")
                        + "order by is_hidden, is_favorite desc, name_folded, created_at limit ?",
                PersonRows::person,
                owner.value(),
                Folding.anywhere(name),
                limit);
    }

    @Override
    public Optional<Person> findByName(UserId owner, String name) {
        return database.find(
                SELECT + "where owner_id = ? and name_folded = ? and name = ? order by created_at, id limit 1",
                PersonRows::person,
                owner.value(),
                Folding.fold(name),
                name);
    }

    @Override
    public Map<AssetId, List<Person>> listOfAssets(Collection<AssetId> ids) {
        Map<AssetId, List<Person>> found = new HashMap<>();
        Database.inPortions(
                ids,
                (portion, placeholders) -> database.forEach(
                        "select asset_id, " + PersonRows.COLUMNS + """
                        from (select distinct asset_id, person_id from asset_face where is_visible and asset_id in\s""" + placeholders + """
                        ) face join person on person.id = face.person_id
                        order by name = '', name_folded, person.created_at, person.id
                        """,
                        row -> found.computeIfAbsent(new AssetId(row.uuid()), id -> new ArrayList<>())
                                .add(PersonRows.person(row)),
                        portion.stream().map(AssetId::value).toArray()));
        return found;
    }

    @Override
    public long countAssets(PersonId id) {
        return database.find("""
                        select count(distinct asset.id) from asset_face join asset on asset.id = asset_face.asset_id
                        where person_id = ? and is_visible and visibility in (?, ?) and trashed_at is null
                        """, row -> row.number(), id.value(), Visibility.TIMELINE, Visibility.ARCHIVE)
                .orElseThrow();
    }

    @Override
    public List<PersonId> listToPicture(UserId owner) {
        return database.list("""
                select id from person where owner_id = ? and case
                  when feature_face_id is null
                  then exists (select 1 from asset_face where person_id = person.id and is_visible)
                  else not exists (select 1 from asset_face
                    where asset_face.id = person.feature_face_id and person_id = person.id and is_visible) end
                """, row -> new PersonId(row.uuid()), owner.value());
    }

    @Override
    public void add(Person person) {
        PersonProfile profile = person.profile();
        Portrait portrait = person.portrait();
        database.update(
                """
                insert into person (id, owner_id, name, name_folded, birth_day, color, is_hidden, is_favorite,
                  feature_face_id, is_feature_chosen, thumbnail_key, created_at, updated_at, change_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                person.id().value(),
                person.owner().value(),
                profile.name(),
                Folding.fold(profile.name()),
                birthDay(profile),
                profile.color(),
                profile.hidden(),
                profile.favorite(),
                face(portrait),
                portrait.chosen(),
                thumbnail(portrait),
                person.created(),
                person.updated(),
                database.nextChange());
    }

    @Override
    public void save(Person person) {
        PersonProfile profile = person.profile();
        Portrait portrait = person.portrait();
        database.update(
                """
                update person set name = ?, name_folded = ?, birth_day = ?, color = ?, is_hidden = ?, is_favorite = ?,
                  feature_face_id = ?, is_feature_chosen = ?, thumbnail_key = ?, updated_at = ?, change_id = ?
                where id = ?
                """,
                profile.name(),
                Folding.fold(profile.name()),
                birthDay(profile),
                profile.color(),
                profile.hidden(),
                profile.favorite(),
                face(portrait),
                portrait.chosen(),
                thumbnail(portrait),
                person.updated(),
                database.nextChange(),
                person.id().value());
    }

    @Override
    public void remove(Person person) {
        BlobKey thumbnail = person.portrait().thumbnail();
        if (thumbnail != null) {
            database.update("insert into blob_removal values (?) on conflict do nothing", thumbnail.path());
        }
        DetectionRows.drop(database, "person_id = ?", person.id().value());
        FaceChanges.assignAll(database, person.id(), null);
        database.update("delete from person where id = ?", person.id().value());
        deletions.note(
                Deletions.Entity.PERSON, person.owner().value(), person.id().value());
    }

    private static @Nullable Long birthDay(PersonProfile profile) {
        LocalDate date = profile.birthDate();
        return date == null ? null : date.toEpochDay();
    }

    private static @Nullable UUID face(Portrait portrait) {
        FaceId face = portrait.face();
        return face == null ? null : face.value();
    }

    private static @Nullable String thumbnail(Portrait portrait) {
        BlobKey key = portrait.thumbnail();
        return key == null ? null : key.path();
    }
}
