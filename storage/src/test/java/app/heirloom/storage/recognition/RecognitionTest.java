package app.heirloom.storage.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.usage.AssetSurvey;
import app.heirloom.library.person.Face;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.FaceSource;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.profile.PersonEdit;
import app.heirloom.library.person.profile.PersonProfile;
import app.heirloom.library.person.tagging.FaceTagging.Appearance;
import app.heirloom.library.user.Caller;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From photos to people, and what is said of them by hand. */
class RecognitionTest {
    private static final int BEA = 1;
    private static final int CARL = 2;
    private static final int DORA = 3;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @ParameterizedTest
    @EnumSource
    void facesBecomePeopleOnceThereAreEnough(TestDatabase kind) {
        open(kind, world -> {
            List<Asset> bea = photos(world, BEA, 3);
            List<Asset> carl = photos(world, CARL, 2);
            world.recognize();

            assertThat(bea.stream().map(world::person).distinct()).hasSize(1);
            assertThat(world.faces(carl.getFirst()).getFirst().person()).isNull();
            assertThat(world.people()).extracting(Person::id).containsExactly(world.person(bea.getFirst()));

            Asset third = world.add(world.ann, 9, CARL);
            world.detect(third);
            world.recognize();
            assertThat(Stream.concat(carl.stream(), Stream.of(third))
                            .map(world::person)
                            .distinct())
                    .hasSize(1);
            assertThat(world.people()).hasSize(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void theSamePeopleComeOfAnyOrder(TestDatabase kind) {
        List<int[]> shots = new ArrayList<>();
        for (int look = 1; look <= 5; look++) {
            for (int person : List.of(BEA, CARL, DORA)) {
                shots.add(new int[] {look, person});
            }
        }
        shots.add(new int[] {7, 4});
        var outcomes = new ArrayList<List<List<String>>>();
        for (int order = 0; order < 3; order++) {
            Collections.shuffle(shots, new Random(order));
            int every = order == 0 ? shots.size() : order;
            open(kind, world -> {
                Map<String, Asset> photos = new TreeMap<>();
                for (int[] shot : shots) {
                    Asset asset = world.add(world.ann, shot[0], shot[1]);
                    photos.put(shot[1] + "-" + shot[0], asset);
                    world.detect(asset);
                    if (photos.size() % every == 0) {
                        world.recognize();
                    }
                }
                world.recognize();
                outcomes.add(world.partition(photos));
            });
        }
        assertThat(outcomes.getFirst()).hasSize(4).last().isEqualTo(List.of("4-7"));
        assertThat(outcomes).containsOnly(outcomes.getFirst());
    }

    @ParameterizedTest
    @EnumSource
    void aContentIsLookedAtOnceForAllWhoHaveIt(TestDatabase kind) {
        open(kind, world -> {
            Caller bob = RecognitionWorld.user(world.storage);
            Asset anns = world.add(world.ann, 1, BEA);
            Asset bobs = world.add(bob, 1, BEA);
            world.detect(anns);
            world.detect(bobs);
            assertThat(world.finder.looks).hasValue(1);
            assertThat(world.faces(bobs)).hasSize(1).doesNotContainAnyElementsOf(world.faces(anns));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aDrawnFaceIsTheOneThatTheModelSees(TestDatabase kind) {
        open(kind, world -> {
            Person bea = world.people.add(world.ann, PersonProfile.named("Bea"));
            List<Asset> photos = photos(world, BEA, 2);
            Asset drawn = world.add(world.ann, 9, BEA);
            var box = new FaceBox(new Dimensions(40, 10), 1, 1, 40, 10);
            Face face = world.tagging.draw(world.ann, new Appearance(drawn.id(), bea.id()), box);
            world.detect(drawn);
            world.recognize();
            assertThat(world.faces(drawn))
                    .singleElement()
                    .satisfies(one -> assertThat(one.id()).isEqualTo(face.id()))
                    .satisfies(one -> assertThat(one.source()).isEqualTo(FaceSource.HAND));
            assertThat(photos)
                    .allSatisfy(photo -> assertThat(world.person(photo)).isEqualTo(bea.id()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSaidByHandStands(TestDatabase kind) {
        open(kind, world -> {
            List<Asset> bea = photos(world, BEA, 4);
            world.recognize();
            PersonId wrong = world.person(bea.getFirst());
            Person twin = world.people.add(world.ann, PersonProfile.named("Twin"));
            Face face = world.faces(bea.getFirst()).getFirst();
            world.tagging.assign(world.ann, face.id(), twin.id());
            world.recognize();
            assertThat(world.person(bea.getFirst())).isEqualTo(twin.id());
            assertThat(bea.subList(1, 4))
                    .allSatisfy(photo -> assertThat(world.person(photo)).isEqualTo(wrong));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aNamedPersonKeepsItsFacesAndGainsNewOnes(TestDatabase kind) {
        open(kind, world -> {
            List<Asset> bea = photos(world, BEA, 3);
            world.recognize();
            PersonId id = world.person(bea.getFirst());
            name(world, id, "Bea");
            Asset next = world.add(world.ann, 9, BEA);
            world.detect(next);
            world.recognize();
            assertThat(world.person(next)).isEqualTo(id);
            assertThat(world.people())
                    .singleElement()
                    .satisfies(person -> assertThat(person.profile().name()).isEqualTo("Bea"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void facesOfNobodyAreGatheredAnewAtNight(TestDatabase kind) {
        open(kind, world -> {
            List<Asset> bea = photos(world, BEA, 3);
            world.forgetWhatWasTouched();
            world.recognize();
            assertThat(world.people())
                    .as("as after a crash at the wrong moment")
                    .isEmpty();

            world.gatherStrays();
            world.recognize();
            assertThat(bea.stream().map(world::person).distinct()).hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aHiddenFaceStaysHidden(TestDatabase kind) {
        open(kind, world -> {
            List<Asset> bea = photos(world, BEA, 3);
            world.recognize();
            Asset photo = bea.getFirst();
            world.tagging.remove(world.ann, world.faces(photo).getFirst().id(), false);
            world.detectAgain(photo);
            world.recognize();
            assertThat(world.faces(photo)).isEmpty();
            assertThat(world.people()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void lookingAgainKeepsFacesAndPeople(TestDatabase kind) {
        open(kind, world -> {
            List<Asset> bea = photos(world, BEA, 3);
            world.recognize();
            List<Face> before =
                    bea.stream().flatMap(photo -> world.faces(photo).stream()).toList();
            bea.forEach(world::detectAgain);
            world.recognize();
            assertThat(bea.stream().flatMap(photo -> world.faces(photo).stream()))
                    .containsExactlyElementsOf(before);
            assertThat(world.finder.looks).hasValue(6);
        });
    }

    @ParameterizedTest
    @EnumSource
    void anotherModelTakesOverFacesAndPeople(TestDatabase kind) {
        open(kind, world -> {
            List<Asset> bea = photos(world, BEA, 3);
            world.recognize();
            PersonId id = world.person(bea.getFirst());
            try (var later = new RecognitionWorld(world.storage, folder, new PaintedFaces("newer"), world.ann)) {
                assertThat(later.transactions.read(() ->
                                later.storage.detections().listUnseen(later.finder.model(), AssetSurvey.BEGINNING, 9)))
                        .hasSize(3);
                bea.forEach(later::detect);
                later.recognize();
                assertThat(bea)
                        .allSatisfy(photo -> assertThat(later.person(photo)).isEqualTo(id));
                assertThat(later.transactions.read(() -> later.storage
                                .detections()
                                .find(bea.getFirst().original().checksum(), world.finder.model())))
                        .isEmpty();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void anAssetTakesWhatModelsSawWithIt(TestDatabase kind) {
        open(kind, world -> {
            Asset photo = photos(world, BEA, 1).getFirst();
            world.transactions.run(() -> world.storage.assets().remove(List.of(photo.id())));
            assertThat(world.transactions.read(() ->
                            world.storage.detections().find(photo.original().checksum(), world.finder.model())))
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aRemovedPersonDoesNotComeBack(TestDatabase kind) {
        open(kind, world -> {
            List<Asset> bea = photos(world, BEA, 3);
            world.recognize();
            world.people.remove(world.ann, List.of(world.person(bea.getFirst())));
            photos(world, CARL, 3);
            world.recognize();
            assertThat(world.people()).hasSize(1);
            assertThat(world.faces(bea.getFirst()).getFirst().person()).isNull();
            assertThat(world.transactions.read(() -> world.storage
                            .detections()
                            .find(bea.getFirst().original().checksum(), world.finder.model())))
                    .contains(List.of());
        });
    }

    private void open(TestDatabase kind, Consumer<RecognitionWorld> test) {
        open(kind, folder, test);
    }

    static void name(RecognitionWorld world, PersonId id, String name) {
        world.people.update(world.ann, id, new PersonEdit(old -> PersonProfile.named(name), Optional.empty()));
    }

    static List<Asset> photos(RecognitionWorld world, int person, int count) {
        List<Asset> photos = new ArrayList<>();
        for (int look = 1; look <= count; look++) {
            Asset asset = world.add(world.ann, look, person);
            world.detect(asset);
            photos.add(asset);
        }
        return photos;
    }

    static void open(TestDatabase kind, Path folder, Consumer<RecognitionWorld> test) {
        try (SqlStorage storage = kind.open(folder);
                var world = new RecognitionWorld(
                        storage, folder, new PaintedFaces("painted"), RecognitionWorld.user(storage))) {
            test.accept(world);
        }
    }
}
