package app.heirloom.storage.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.person.FaceSource;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.journal.JournalRepository.Act;
import app.heirloom.library.person.journal.JournalRepository.Entry;
import app.heirloom.library.person.journal.JournalRetention;
import app.heirloom.library.recognition.PersonReview.Question;
import app.heirloom.library.user.Caller;
import app.heirloom.storage.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What users answer to recognition, take back, and do not want. */
class PeopleReviewTest {
    private static final int BEA = 1;
    private static final int SISTER = BEA + PaintedFaces.SIBLING;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @ParameterizedTest
    @EnumSource
    void siblingsAreAQuestionWhoseAnswerStands(TestDatabase kind) {
        RecognitionTest.open(kind, folder, world -> {
            List<Asset> bea = RecognitionTest.photos(world, BEA, 3);
            List<Asset> sister = RecognitionTest.photos(world, SISTER, 3);
            world.recognize();
            Question question = world.review.list(world.ann).getFirst();
            assertThat(Stream.of(question.one(), question.other()).map(Person::id))
                    .containsExactlyInAnyOrder(world.person(bea.getFirst()), world.person(sister.getFirst()));
            Caller bob = RecognitionWorld.user(world.storage);
            assertThat(world.review.list(bob)).isEmpty();
            assertThatThrownBy(() -> world.review.reject(
                            bob, question.one().id(), question.other().id()))
                    .hasMessageContaining("Not found");

            world.review.reject(world.ann, question.one().id(), question.other().id());
            world.recognize();
            assertThat(world.review.list(world.ann)).isEmpty();
            assertThat(world.people()).hasSize(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void anAcceptedQuestionCanBeTakenBack(TestDatabase kind) {
        RecognitionTest.open(kind, folder, world -> {
            List<Asset> bea = RecognitionTest.photos(world, BEA, 3);
            List<Asset> sister = RecognitionTest.photos(world, SISTER, 3);
            world.recognize();
            PersonId one = world.person(bea.getFirst());
            PersonId other = world.person(sister.getFirst());
            RecognitionTest.name(world, other, "Sister");
            world.recognize();

            world.review.accept(world.ann, one, other);
            world.recognize();
            assertThat(world.people()).extracting(Person::id).containsExactly(other);

            Entry merge = world.history.list(world.ann).getFirst();
            assertThat(merge.act()).isEqualTo(Act.MERGE);
            assertThatThrownBy(() -> world.history.undo(RecognitionWorld.user(world.storage), merge.number()))
                    .hasMessageContaining("Not found");
            world.history.undo(world.ann, merge.number());
            world.recognize();
            assertThat(bea).allSatisfy(photo -> assertThat(world.person(photo)).isEqualTo(one));
            assertThat(sister)
                    .allSatisfy(photo -> assertThat(world.person(photo)).isEqualTo(other));
            assertThatThrownBy(() -> world.history.undo(world.ann, merge.number()))
                    .hasMessageContaining("already");
        });
    }

    @ParameterizedTest
    @EnumSource
    void actsAreForgottenOnceTheyCannotBeUndone(TestDatabase kind) {
        RecognitionTest.open(kind, folder, world -> {
            RecognitionTest.photos(world, BEA, 3);
            world.recognize();
            assertThat(world.history.list(world.ann)).isNotEmpty();
            forgetAt(world, Instant.now().plus(Duration.ofDays(29)));
            assertThat(world.history.list(world.ann)).isNotEmpty();
            forgetAt(world, Instant.now().plus(Duration.ofDays(31)));
            assertThat(world.history.list(world.ann)).isEmpty();
            assertThat(world.people()).hasSize(1);
        });
    }

    private static void forgetAt(RecognitionWorld world, Instant instant) {
        new JournalRetention(world.storage.journal(), world.storage.transactions(), () -> instant).apply();
    }

    @ParameterizedTest
    @EnumSource
    void aGatheringThatWasTakenBackIsNotRepeated(TestDatabase kind) {
        RecognitionTest.open(kind, folder, world -> {
            List<Asset> bea = RecognitionTest.photos(world, BEA, 3);
            world.recognize();
            PersonId id = world.person(bea.getFirst());
            RecognitionTest.name(world, id, "Bea");
            world.recognize();
            Asset next = world.add(world.ann, 9, BEA);
            world.detect(next);
            world.recognize();
            assertThat(world.person(next)).isEqualTo(id);

            world.history.undo(
                    world.ann, world.history.list(world.ann).getFirst().number());
            world.recognize();
            assertThat(world.faces(next).getFirst().person()).isNull();
            assertThat(bea).allSatisfy(photo -> assertThat(world.person(photo)).isEqualTo(id));
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoWantsNoRecognitionIsForgotten(TestDatabase kind) {
        RecognitionTest.open(kind, folder, world -> {
            List<Asset> bea = RecognitionTest.photos(world, BEA, 3);
            Caller bob = RecognitionWorld.user(world.storage);
            Asset bobs = world.add(bob, 1, BEA);
            world.detect(bobs);
            world.recognize();

            world.consent.refuse(world.ann, true);
            assertThat(world.consent.isGiven(world.ann)).isFalse();
            assertThat(world.people()).isEmpty();
            assertThat(bea).allSatisfy(photo -> assertThat(world.faces(photo)).isEmpty());
            assertThat(seen(world, bea.get(1))).isFalse();
            assertThat(seen(world, bobs)).isTrue();
            assertThat(world.faces(bobs)).hasSize(1);

            world.detect(bea.getFirst());
            assertThat(world.faces(bea.getFirst())).isEmpty();
            world.consent.give(world.ann);
            world.detect(bea.getFirst());
            assertThat(world.faces(bea.getFirst()))
                    .singleElement()
                    .satisfies(face -> assertThat(face.source()).isEqualTo(FaceSource.MODEL));
        });
    }

    private static boolean seen(RecognitionWorld world, Asset asset) {
        return world.transactions
                .read(() -> world.storage.detections().find(asset.original().checksum(), world.finder.model()))
                .isPresent();
    }
}
