package app.heirloom.storage.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.person.Face;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.profile.PersonEdit;
import app.heirloom.library.person.profile.PersonProfile;
import app.heirloom.storage.database.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bea, and who resembles her on photos from before she was born. */
class BirthDateTest {
    private static final int BEA = 1;
    private static final LocalDate IN_2015 = LocalDate.of(2015, 3, 1);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @ParameterizedTest
    @EnumSource
    void olderPhotosLeaveAPersonWhoseBirthDateIsSaid(TestDatabase kind) {
        open(kind, world -> {
            List<Asset> late = late(world, 4);
            List<Asset> early = early(world, 3);
            PersonId bea = whoIsOn(world, late);
            assertThat(early).extracting(world::person).containsOnly(bea);

            RecognitionTest.name(world, bea, "Bea");
            bear(world, bea, IN_2015);
            world.recognize();
            assertThat(late).extracting(world::person).containsOnly(bea);
            assertThat(early)
                    .extracting(world::person)
                    .doesNotContain(bea)
                    .containsOnly(world.person(early.getFirst()));
            assertThat(world.review.list(world.ann)).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void newPhotosFromBeforeABirthAreGivenToSomebodyElse(TestDatabase kind) {
        open(kind, world -> {
            List<Asset> late = late(world, 3);
            PersonId bea = whoIsOn(world, late);
            bear(world, bea, IN_2015);
            List<Asset> early = early(world, 2);
            List<Asset> more = photos(world, 2021, 30, 1);
            world.recognize();
            assertThat(world.person(more.getFirst())).isEqualTo(bea);
            assertThat(early).noneMatch(photo -> isKnown(world, photo));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aFaceThatWasGivenByHandStays(TestDatabase kind) {
        open(kind, world -> {
            List<Asset> late = late(world, 3);
            Asset early = early(world, 1).getFirst();
            PersonId bea = whoIsOn(world, late);
            world.tagging.assign(world.ann, face(world, early).id(), bea);
            bear(world, bea, IN_2015);
            world.recognize();
            assertThat(world.person(early)).isEqualTo(bea);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aBirthDateThatIsTakenBackLetsThemReturn(TestDatabase kind) {
        open(kind, world -> {
            List<Asset> late = late(world, 4);
            List<Asset> early = early(world, 2);
            PersonId bea = whoIsOn(world, late);
            bear(world, bea, IN_2015);
            world.recognize();
            assertThat(early).noneMatch(photo -> isKnown(world, photo));
            bear(world, bea, LocalDate.of(2005, 3, 1));
            world.recognize();
            assertThat(early).extracting(world::person).containsOnly(bea);
            bear(world, bea, IN_2015);
            bear(world, bea, null);
            world.recognize();
            assertThat(early).extracting(world::person).containsOnly(bea);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aPhotoThatIsDatedAnewIsLookedAtAnew(TestDatabase kind) {
        open(kind, world -> {
            List<Asset> late = late(world, 3);
            PersonId bea = whoIsOn(world, late);
            bear(world, bea, IN_2015);
            Asset next = photos(world, 2021, 20, 1).getFirst();
            world.recognize();
            assertThat(world.person(next)).isEqualTo(bea);
            AssetTimes times = next.times();
            var scanned = new AssetTimes(
                    Instant.parse("1990-05-01T12:00:00Z"),
                    LocalDateTime.of(1990, 5, 1, 12, 0),
                    times.fileModified(),
                    times.created(),
                    times.updated());
            world.transactions.run(() -> world.storage.assets().save(next.withTimes(scanned)));
            world.recognize();
            assertThat(isKnown(world, next)).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoIsMergedTakesTheBirthDateAlong(TestDatabase kind) {
        open(kind, world -> {
            PersonId other = addBea(world);
            List<Asset> late = late(world, 4);
            List<Asset> early = early(world, 3);
            PersonId bea = whoIsOn(world, late);
            world.merge.merge(world.ann, bea, List.of(other));
            world.recognize();
            assertThat(late).extracting(world::person).containsOnly(bea);
            assertThat(early).extracting(world::person).doesNotContain(bea);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aGatheringThatIsOverhauledByABirthGivesNoOlderFace(TestDatabase kind) {
        open(kind, world -> {
            List<Asset> late = late(world, 3);
            Asset early = early(world, 1).getFirst();
            PersonId bea = addBea(world);
            var recognition = world.storage.recognition();
            assertThat(world.transactions.<Boolean>write(
                            () -> recognition.assign(face(world, early).id(), bea)))
                    .isFalse();
            assertThat(world.transactions.<Boolean>write(() ->
                            recognition.assign(face(world, late.getFirst()).id(), bea)))
                    .isTrue();
        });
    }

    private static PersonId addBea(RecognitionWorld world) {
        return world.people
                .add(world.ann, new PersonProfile("Bea", IN_2015, null, false, false))
                .id();
    }

    private static PersonId whoIsOn(RecognitionWorld world, List<Asset> photos) {
        world.recognize();
        return world.person(photos.getFirst());
    }

    private static boolean isKnown(RecognitionWorld world, Asset photo) {
        return face(world, photo).person() != null;
    }

    private static Face face(RecognitionWorld world, Asset photo) {
        return world.faces(photo).getFirst();
    }

    private static void bear(RecognitionWorld world, PersonId id, @Nullable LocalDate day) {
        world.people.update(
                world.ann,
                id,
                new PersonEdit(
                        old -> new PersonProfile(old.name(), day, old.color(), old.hidden(), old.favorite()),
                        Optional.empty()));
    }

    private static List<Asset> late(RecognitionWorld world, int count) {
        return photos(world, 2020, 10, count);
    }

    private static List<Asset> early(RecognitionWorld world, int count) {
        return photos(world, 2010, 20, count);
    }

    private static List<Asset> photos(RecognitionWorld world, int year, int firstLook, int count) {
        List<Asset> photos = new ArrayList<>();
        for (int look = firstLook; look < firstLook + count; look++) {
            Asset asset = world.addOf(year, look, BEA);
            world.detect(asset);
            photos.add(asset);
        }
        return photos;
    }

    private void open(TestDatabase kind, Consumer<RecognitionWorld> test) {
        RecognitionTest.open(kind, folder, test);
    }
}
