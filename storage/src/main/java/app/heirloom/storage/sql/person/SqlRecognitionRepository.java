package app.heirloom.storage.sql.person;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.event.ChangeId;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.profile.Birth;
import app.heirloom.library.recognition.RecognitionRepository;
import app.heirloom.library.recognition.gathering.FaceSample;
import app.heirloom.library.recognition.gathering.Ties;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

public final class SqlRecognitionRepository implements RecognitionRepository {
    private static final String SAMPLES = """
            select asset_face.id, asset_id, asset_face.moment, short_side, sharpness, frontality, score, vector,
              captured_at
            from asset_face join asset on asset.id = asset_id join detected_face on detected_face.number = detected_number
            where model = ? and is_visible
            """;

    private record Mark(FaceId face, ChangeId change) {}

    private final Database database;

    public SqlRecognitionRepository(Database database) {
        this.database = database;
    }

    @Override
    public void touch(UserId owner, Collection<FaceId> faces) {
        ChangeId change = database.nextChange();
        for (FaceId face : faces) {
            database.update("""
                    insert into pending_face values (?, ?, ?)
                    on conflict (face_id) do update set change_id = excluded.change_id
                    """, face.value(), owner.value(), change);
        }
    }

    @Override
    public void touchAll(UserId owner, boolean onlyOfNobody) {
        database.update(
                """
                insert into pending_face select asset_face.id, owner_id, ?
                from asset_face join asset on asset.id = asset_id
                where owner_id = ? and detected_number is not null and is_visible %s
                on conflict (face_id) do update set change_id = excluded.change_id
                """.formatted(onlyOfNobody ? "and person_id is null" : ""), database.nextChange(), owner.value());
    }

    @Override
    public Optional<Touched> findTouched(UserId owner) {
        List<Mark> marks = database.list(
                "select face_id, change_id from pending_face where owner_id = ?",
                row -> new Mark(new FaceId(row.uuid()), new ChangeId(row.uuid())),
                owner.value());
        return marks.stream()
                .map(Mark::change)
                .max(Comparator.naturalOrder())
                .map(until -> new Touched(marks.stream().map(Mark::face).toList(), until));
    }

    @Override
    public void settle(UserId owner, ChangeId until) {
        database.update("delete from pending_face where owner_id = ? and change_id <= ?", owner.value(), until);
    }

    @Override
    public List<FaceSample> listSamples(UserId owner, ModelId model, FaceId after, int limit) {
        return database.list(
                SAMPLES + "and owner_id = ? and asset_face.id > ? order by asset_face.id limit ?",
                SqlRecognitionRepository::sample,
                model.name(),
                owner.value(),
                after.value(),
                limit);
    }

    @Override
    public List<FaceSample> listSamples(ModelId model, Collection<FaceId> faces) {
        List<FaceSample> samples = new ArrayList<>();
        Database.inPortions(
                faces,
                (portion, placeholders) -> samples.addAll(database.list(
                        SAMPLES + "and asset_face.id in " + placeholders,
                        SqlRecognitionRepository::sample,
                        Stream.concat(Stream.of(model.name()), portion.stream().map(FaceId::value))
                                .toArray())));
        return samples;
    }

    @Override
    public Set<FaceId> listIds(UserId owner, ModelId model) {
        Set<FaceId> ids = new HashSet<>();
        database.forEach("""
                select asset_face.id
                from asset_face join asset on asset.id = asset_id join detected_face on detected_face.number = detected_number
                where owner_id = ? and model = ? and is_visible
                """, row -> ids.add(new FaceId(row.uuid())), owner.value(), model.name());
        return ids;
    }

    @Override
    public Ties ties(UserId owner, ModelId model) {
        Map<UUID, List<FaceId>> same = new LinkedHashMap<>();
        Map<FaceId, Birth> births = new HashMap<>();
        database.forEach(
                """
                select person_id, asset_face.id, birth_day
                from person join asset_face on person_id = person.id join detected_face on detected_face.number = detected_number
                where owner_id = ? and is_confirmed and is_visible and model = ?
                order by person_id, asset_face.id
                """,
                row -> {
                    List<FaceId> faces = same.computeIfAbsent(row.uuid(), person -> new ArrayList<>());
                    faces.add(new FaceId(row.uuid()));
                    LocalDate day = PersonRows.birthDate(row);
                    if (day != null) {
                        births.put(faces.getLast(), new Birth(day));
                    }
                },
                owner.value(),
                model.name());
        List<Ties.Pair> different = database.list(
                "select one_face_id, other_face_id from face_difference where owner_id = ?",
                row -> new Ties.Pair(new FaceId(row.uuid()), new FaceId(row.uuid())),
                owner.value());
        return new Ties(List.copyOf(same.values()), withPairs(different, List.copyOf(same.values())), births);
    }

    /** Those of whom somebody said who they are, are different people: one face of each stands for all. */
    private static List<Ties.Pair> withPairs(List<Ties.Pair> different, List<List<FaceId>> same) {
        List<Ties.Pair> pairs = new ArrayList<>(different);
        for (int one = 0; one < same.size(); one++) {
            for (int other = one + 1; other < same.size(); other++) {
                pairs.add(
                        new Ties.Pair(same.get(one).getFirst(), same.get(other).getFirst()));
            }
        }
        return pairs;
    }

    @Override
    public boolean showsOther(UserId owner, ModelId model) {
        return database.exists(
                "select 1 from asset join asset_look on asset_id = id where owner_id = ? and model <> ?",
                owner.value(),
                model.name());
    }

    @Override
    public Map<FaceId, Standing> standings(Collection<FaceId> faces) {
        Map<FaceId, Standing> standings = new HashMap<>();
        Database.inPortions(
                faces,
                (portion, placeholders) -> database.forEach(
                        "select id, person_id, is_confirmed from asset_face where is_visible and id in " + placeholders,
                        row -> standings.put(
                                new FaceId(row.uuid()), new Standing(FaceRows.person(row.uuidOrNull()), row.flag())),
                        portion.stream().map(FaceId::value).toArray()));
        return standings;
    }

    @Override
    public long countFaces(PersonId person) {
        return database.find(
                        "select count(*) from asset_face where person_id = ? and is_visible",
                        Row::number,
                        person.value())
                .orElseThrow();
    }

    @Override
    public List<Person> listForsaken(UserId owner) {
        return database.list("select " + PersonRows.COLUMNS + """
                from person where owner_id = ? and name = '' and birth_day is null and color is null
                  and not is_hidden and not is_favorite and not is_feature_chosen
                  and not exists (select 1 from asset_face where person_id = person.id)
                """, PersonRows::person, owner.value());
    }

    @Override
    public boolean isConfirmed(PersonId person) {
        return database.exists(
                "select 1 from asset_face where person_id = ? and is_visible and is_confirmed", person.value());
    }

    @Override
    public boolean assign(FaceId face, @Nullable PersonId person) {
        return (person == null || !isUnborn(person, face))
                && database.update("""
                                update asset_face set person_id = ?, change_id = ?
                                where id = ? and is_visible and not is_confirmed
                                """, person == null ? null : person.value(), database.nextChange(), face.value())
                        > 0;
    }

    private boolean isUnborn(PersonId person, FaceId face) {
        Optional<Birth> birth = database.find(
                "select birth_day from person where id = ? and birth_day is not null",
                row -> new Birth(LocalDate.ofEpochDay(row.number())),
                person.value());
        return birth.isPresent()
                && database.exists(
                        "select 1 from asset_face join asset on asset.id = asset_id where asset_face.id = ? and captured_at < ?",
                        face.value(),
                        birth.get().earliest());
    }

    private static FaceSample sample(Row row) {
        FaceId id = new FaceId(row.uuid());
        AssetId picture = FaceSample.pictureOf(new AssetId(row.uuid()), row.durationOrNull());
        FaceQuality quality = DetectionRows.quality(row);
        Embedding embedding = DetectionRows.embedding(row);
        return new FaceSample(id, picture, embedding, quality, row.instant());
    }
}
