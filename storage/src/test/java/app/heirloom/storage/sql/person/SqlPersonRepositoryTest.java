package app.heirloom.storage.sql.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.person.Face;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.FaceSource;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonCounts;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.Portrait;
import app.heirloom.library.person.profile.PersonProfile;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init") // each test opens its own database
class SqlPersonRepositoryTest {
    private static final LocalDateTime MAY = LocalDateTime.of(2024, 5, 31, 12, 0);
    private static final Dimensions IMAGE = new Dimensions(400, 300);

    @TempDir
    Path folder;

    private SqlStorage storage;
    private UserId owner;
    private int contents;

    @ParameterizedTest
    @EnumSource
    void givesBackWhatWasSaved(TestDatabase kind) {
        open(kind, () -> {
            Person anna = add("Änna");
            assertThat(storage.persons().find(anna.id())).contains(anna);
            var profile = new PersonProfile("Anna", LocalDate.of(1950, 2, 3), "#aabbcc", true, true);
            var portrait = new Portrait(FaceId.random(), true, new BlobKey("derivatives/x"));
            Person changed =
                    new Person(anna.id(), owner, profile, portrait, anna.created(), Samples.NOW.plusSeconds(1));
            storage.persons().save(changed);
            assertThat(storage.persons().find(anna.id())).contains(changed);
            assertThat(storage.persons().list(owner, List.of(anna.id(), PersonId.random())))
                    .containsExactly(changed);
        });
    }

    @ParameterizedTest
    @EnumSource
    void othersSeeNothing(TestDatabase kind) {
        open(kind, () -> {
            Person anna = add("Anna");
            UserId other = UserId.random();
            assertThat(storage.persons().list(other, List.of(anna.id()))).isEmpty();
            assertThat(storage.persons().page(other, true, 0, 10)).isEmpty();
            assertThat(storage.persons().count(other)).isEqualTo(new PersonCounts(0, 0));
            assertThat(storage.persons().search(other, "ann", true, 10)).isEmpty();
            assertThat(storage.persons().findByName(other, "Anna")).isEmpty();
            assertThatThrownBy(() -> storage.persons().get(other, anna.id(), Permission.PERSON_READ))
                    .hasMessage("Not found or no person.read access");
        });
    }

    @ParameterizedTest
    @EnumSource
    void listsThoseWhoMatterMostFirst(TestDatabase kind) {
        open(kind, () -> {
            Person hidden = add(new PersonProfile("Aaron", null, null, true, true));
            Person unnamed = add("");
            Person stranger = add("");
            Person bert = add("bert");
            Person anna = add("Anna");
            Person favorite = add(new PersonProfile("Zoe", null, null, false, true));
            Person often = add("Yves");
            addFaces(unnamed, 3);
            addFaces(stranger, 2);
            addFaces(often, 2);
            assertThat(storage.persons().page(owner, true, 0, 10))
                    .containsExactly(favorite, often, anna, bert, unnamed, hidden);
            assertThat(storage.persons().page(owner, false, 1, 3)).containsExactly(often, anna, bert);
            assertThat(storage.persons().count(owner)).isEqualTo(new PersonCounts(6, 1));
        });
    }

    @ParameterizedTest
    @EnumSource
    void findsNamesWithoutCaseAndAccents(TestDatabase kind) {
        open(kind, () -> {
            Person rene = add("René 100%");
            Person hidden = add(new PersonProfile("Irene", null, null, true, false));
            assertThat(storage.persons().search(owner, "RENE", true, 10)).containsExactly(rene, hidden);
            assertThat(storage.persons().search(owner, "rene", false, 10)).containsExactly(rene);
            assertThat(storage.persons().search(owner, "0%", true, 10)).containsExactly(rene);
            assertThat(storage.persons().search(owner, "_", true, 10)).isEmpty();
            assertThat(storage.persons().findByName(owner, "René 100%")).contains(rene);
            assertThat(storage.persons().findByName(owner, "rené 100%")).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhoIsSeenOnAssets(TestDatabase kind) {
        open(kind, () -> {
            Person anna = add("Anna");
            Person unnamed = add("");
            Asset both = addAsset();
            Asset nobody = addAsset();
            addFace(both, unnamed, 0);
            addFace(both, anna, 100);
            addFace(both, anna, 200);
            assertThat(storage.persons().listOfAssets(List.of(both.id(), nobody.id())))
                    .containsOnlyKeys(both.id())
                    .containsEntry(both.id(), List.of(anna, unnamed));
            assertThat(storage.persons().countAssets(anna.id())).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void countsWhatIsInTheTimelineAndTheArchiveOnly(TestDatabase kind) {
        open(kind, () -> {
            Person anna = add("Anna");
            for (Visibility visibility : Visibility.values()) {
                Asset asset = addAsset();
                storage.assets().save(asset.withState(asset.state().withVisibility(visibility)));
                addFace(asset, anna, 0);
            }
            Asset trashed = addAsset();
            storage.assets().save(trashed.withState(trashed.state().withTrashed(Samples.NOW)));
            addFace(trashed, anna, 0);
            assertThat(storage.persons().countAssets(anna.id())).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void theFacesOfARemovedPersonAreNobodys(TestDatabase kind) {
        open(kind, () -> {
            Person anna = add("Anna");
            Asset asset = addAsset();
            Face face = addFace(asset, anna, 0);
            storage.persons()
                    .save(new Person(
                            anna.id(),
                            owner,
                            anna.profile(),
                            new Portrait(face.id(), false, new BlobKey("derivatives/anna")),
                            Samples.NOW,
                            Samples.NOW));
            storage.persons().remove(storage.persons().find(anna.id()).orElseThrow());
            assertThat(storage.persons().find(anna.id())).isEmpty();
            assertThat(storage.faces().list(asset.id())).singleElement().satisfies(left -> {
                assertThat(left.id()).isEqualTo(face.id());
                assertThat(left.person()).isNull();
            });
            assertThat(storage.removals().list(10)).containsExactly(new BlobKey("derivatives/anna"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void ofAllFacesTheLargestThatMayBeSeenStandsForThePerson(TestDatabase kind) {
        open(kind, () -> {
            Person anna = add("Anna");
            Asset asset = addAsset();
            addFace(asset, anna, 0);
            Face large = add(new FaceBox(new Dimensions(100, 100), 0, 0, 50, 50), asset, anna);
            Asset locked = addAsset();
            storage.assets().save(locked.withState(locked.state().withVisibility(Visibility.LOCKED)));
            add(new FaceBox(new Dimensions(100, 100), 0, 0, 100, 100), locked, anna);
            assertThat(storage.faces().findLargest(anna.id())).contains(large);
            storage.faces().hide(large.id());
            assertThat(storage.faces()
                            .findLargest(anna.id())
                            .orElseThrow()
                            .box()
                            .image())
                    .isEqualTo(IMAGE);
            assertThat(storage.faces().find(large.id())).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void knowsWhoIsToBePictured(TestDatabase kind) {
        open(kind, () -> {
            Person faceless = add("Faceless");
            Person fresh = add("Fresh");
            addFaces(fresh, 1);
            Person pictured = add("Pictured");
            Asset asset = addAsset();
            Face face = addFace(asset, pictured, 0);
            picture(pictured, face);
            assertThat(storage.persons().listToPicture(owner)).containsExactly(fresh.id());
            storage.assets().remove(List.of(asset.id()));
            assertThat(storage.persons().listToPicture(owner))
                    .containsExactlyInAnyOrder(fresh.id(), pictured.id())
                    .doesNotContain(faceless.id());
        });
    }

    private void picture(Person person, Face face) {
        var portrait = new Portrait(face.id(), false, new BlobKey("derivatives/" + person.id()));
        storage.persons()
                .save(new Person(person.id(), owner, person.profile(), portrait, person.created(), person.updated()));
    }

    private void open(TestDatabase kind, Runnable work) {
        try (SqlStorage opened = kind.open(folder)) {
            storage = opened;
            owner = Samples.addUser(opened).id();
            opened.transactions().run(work);
        }
    }

    private Person add(String name) {
        return add(PersonProfile.named(name));
    }

    private Person add(PersonProfile profile) {
        var person = new Person(PersonId.random(), owner, profile, Portrait.NONE, Samples.NOW, Samples.NOW);
        storage.persons().add(person);
        return person;
    }

    private Asset addAsset() {
        Asset asset = Samples.asset(owner, ++contents, contents + ".jpg", MAY);
        storage.assets().add(asset);
        return asset;
    }

    private void addFaces(Person person, int count) {
        for (int i = 0; i < count; i++) {
            addFace(addAsset(), person, 0);
        }
    }

    private Face addFace(Asset asset, Person person, int left) {
        return add(new FaceBox(IMAGE, left, 10, left + 50, 60), asset, person);
    }

    private Face add(FaceBox box, Asset asset, Person person) {
        var face = new Face(FaceId.random(), asset.id(), person.id(), FaceSource.HAND, box, null);
        storage.faces().add(face);
        return face;
    }
}
