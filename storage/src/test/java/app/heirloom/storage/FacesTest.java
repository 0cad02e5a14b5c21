package app.heirloom.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.asset.access.AssetAccess;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.event.Events;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobState;
import app.heirloom.library.job.Queue;
import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Exposure;
import app.heirloom.library.metadata.FaceRegion;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.metadata.MediaMetadata;
import app.heirloom.library.person.Face;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.FaceDecisions;
import app.heirloom.library.person.FaceSidecars;
import app.heirloom.library.person.FaceWatch;
import app.heirloom.library.person.People;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.Portraits;
import app.heirloom.library.person.journal.PersonMerge;
import app.heirloom.library.person.profile.PersonEdit;
import app.heirloom.library.person.profile.PersonProfile;
import app.heirloom.library.person.tagging.FaceImport;
import app.heirloom.library.person.tagging.FaceTagging;
import app.heirloom.library.person.tagging.FaceTagging.Appearance;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.User;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is seen where: what files say, what owners say, and what others must not see. */
@SuppressWarnings("NullAway.Init") // each test opens its own database
class FacesTest {
    private static final FaceRegion ANNA = new FaceRegion("Anna", 0.25, 0.25, 0.25, 0.25);
    private static final FaceRegion BERT = new FaceRegion("Bert", 0.5, 0.5, 0.25, 0.25);
    private static final FaceBox BOX = new FaceBox(new Dimensions(400, 300), 0, 0, 50, 50);

    @TempDir
    Path folder;

    private SqlStorage storage;
    private Transactions transactions;
    private Caller ann;
    private Asset photo;
    private FaceImport faceImport;
    private FaceTagging tagging;
    private People people;
    private PersonMerge merge;

    @ParameterizedTest
    @EnumSource
    void namesInTheFileBecomePeopleOnce(TestDatabase kind) {
        open(kind, () -> {
            read(ANNA, BERT);
            Asset other = add(2);
            transactions.run(() -> faceImport.extracted(other, found(ANNA)));
            assertThat(names(photo)).containsExactly("Anna", "Bert");
            assertThat(faces(other).getFirst().person())
                    .isEqualTo(faces(photo).getFirst().person());
        });
    }

    @ParameterizedTest
    @EnumSource
    void readingAgainReplacesOnlyWhatTheFileNoLongerSays(TestDatabase kind) {
        open(kind, () -> {
            read(ANNA, BERT);
            Person carla = people.add(ann, PersonProfile.named("Carla"));
            Face drawn = tagging.draw(ann, new Appearance(photo.id(), carla.id()), BOX);
            Face anna = faces(photo).get(1);
            tagging.assign(ann, anna.id(), carla.id());
            read(ANNA);
            assertThat(faces(photo)).extracting(Face::id).containsExactly(drawn.id(), anna.id());
            assertThat(names(photo)).containsExactly("Carla", "Carla");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aFaceThatWasTakenAwayDoesNotComeBack(TestDatabase kind) {
        open(kind, () -> {
            read(ANNA, BERT);
            tagging.remove(ann, faces(photo).getFirst().id(), false);
            read(ANNA, BERT);
            assertThat(names(photo)).containsExactly("Bert");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatOwnersSayOfFacesIsWrittenBesideThePhoto(TestDatabase kind) {
        open(kind, () -> {
            Person unknown = people.add(ann, PersonProfile.UNKNOWN);
            Face face = tagging.draw(ann, new Appearance(photo.id(), unknown.id()), BOX);
            assertThat(sidecarsToWrite()).isEqualTo(1);
            assertThat(written()).extracting(FaceRegion::name).containsExactly("");
            PersonEdit carla = rename("Carla");
            people.update(ann, unknown.id(), carla);
            assertThat(sidecarsToWrite()).isEqualTo(1);
            assertThat(written()).containsExactly(new FaceRegion("Carla", 0, 0, 0.125, 50 / 300.0));
            people.update(ann, unknown.id(), carla);
            assertThat(sidecarsToWrite()).as("nothing new").isZero();
            Person dora = people.add(ann, PersonProfile.named("Dora"));
            tagging.assign(ann, face.id(), dora.id());
            assertThat(sidecarsToWrite()).isEqualTo(1);
            assertThat(written()).extracting(FaceRegion::name).containsExactly("Dora");
            merge.merge(ann, unknown.id(), List.of(dora.id()));
            assertThat(sidecarsToWrite()).isEqualTo(1);
            assertThat(written()).extracting(FaceRegion::name).containsExactly("Carla");
            people.remove(ann, List.of(unknown.id()));
            assertThat(sidecarsToWrite()).isEqualTo(1);
            assertThat(written()).extracting(FaceRegion::name).containsExactly("");
            tagging.remove(ann, face.id(), false);
            assertThat(sidecarsToWrite()).isEqualTo(1);
            assertThat(written()).as("its place is known").hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatWasWrittenIsNoNewsWhenItIsRead(TestDatabase kind) {
        open(kind, () -> {
            read(ANNA);
            Person carla = people.add(ann, PersonProfile.named("Carla"));
            Face drawn = tagging.draw(ann, new Appearance(photo.id(), carla.id()), BOX);
            Face anna = faces(photo).get(1);
            tagging.assign(ann, anna.id(), carla.id());
            var said = written();
            sidecarsToWrite();
            read(said.toArray(FaceRegion[]::new));
            assertThat(faces(photo)).extracting(Face::id).containsExactly(drawn.id(), anna.id());
            assertThat(names(photo)).containsExactly("Carla", "Carla");
            assertThat(sidecarsToWrite()).as("reading is no saying").isZero();
        });
    }

    private static PersonEdit rename(String name) {
        return new PersonEdit(profile -> PersonProfile.named(name), Optional.empty());
    }

    private List<FaceRegion> written() {
        return transactions.read(() -> storage.faces().listNamed(photo.id()));
    }

    /** How many have been asked for since the last time. */
    private int sidecarsToWrite() {
        int waiting = queues().list(Queue.SIDECAR, Set.of(JobState.WAITING)).size();
        queues().empty(Queue.SIDECAR);
        return waiting;
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsBornTomorrow(TestDatabase kind) {
        open(kind, () -> {
            LocalDate today = LocalDate.ofInstant(Samples.NOW, ZoneOffset.UTC);
            Person carla = people.add(ann, bornOn(today));
            var edit = new PersonEdit(old -> bornOn(today.plusDays(2)), Optional.empty());
            assertThatThrownBy(() -> people.update(ann, carla.id(), edit)).hasMessageContaining("in the future");
            assertThatThrownBy(() -> people.add(ann, bornOn(today.plusDays(2)))).hasMessageContaining("in the future");
            assertThat(people.get(ann, carla.id(), Permission.PERSON_READ)
                            .profile()
                            .birthDate())
                    .isEqualTo(today);
        });
    }

    private static PersonProfile bornOn(LocalDate day) {
        return new PersonProfile("Carla", day, null, false, false);
    }

    @ParameterizedTest
    @EnumSource
    void mergingMovesFacesAndKeepsWhatIsKnown(TestDatabase kind) {
        open(kind, () -> {
            read(ANNA, BERT);
            Person unknown = people.add(ann, PersonProfile.UNKNOWN);
            var ids = faces(photo).stream().map(FacesTest::person).toList();
            assertThat(merge.merge(ann, unknown.id(), List.of(ids.get(0), ids.get(1), ids.get(1))))
                    .extracting(Outcome::refusal)
                    .containsExactly(null, null, Outcome.Refusal.NO_PERMISSION);
            assertThat(names(photo)).containsExactly("Anna", "Anna");
            assertThatThrownBy(() -> merge.merge(ann, unknown.id(), List.of(unknown.id())))
                    .hasMessageContaining("itself");
        });
    }

    @ParameterizedTest
    @EnumSource
    void anotherUserSeesAndChangesNothing(TestDatabase kind) {
        open(kind, () -> {
            read(ANNA);
            Caller bob = caller();
            Face face = faces(photo).getFirst();
            Person his = people.add(bob, PersonProfile.named("His"));
            assertThatThrownBy(() -> people.get(bob, person(face), Permission.PERSON_READ))
                    .hasMessageContaining("Not found");
            assertThatThrownBy(() -> people.remove(bob, List.of(his.id(), person(face))))
                    .hasMessageContaining("Not found");
            assertThatThrownBy(() -> tagging.list(bob, photo.id())).hasMessageContaining("Not found");
            assertThatThrownBy(() -> tagging.assign(bob, face.id(), his.id())).hasMessageContaining("Not found");
            assertThatThrownBy(() -> tagging.draw(bob, new Appearance(photo.id(), his.id()), BOX))
                    .hasMessageContaining("Not found");
            assertThatThrownBy(() -> tagging.draw(ann, new Appearance(photo.id(), his.id()), BOX))
                    .hasMessageContaining("Not found");
            assertThatThrownBy(() -> tagging.reassign(bob, his.id(), List.of(new Appearance(photo.id(), person(face)))))
                    .hasMessageContaining("Not found");
            assertThat(merge.merge(bob, his.id(), List.of(person(face))))
                    .extracting(Outcome::refusal)
                    .containsExactly(Outcome.Refusal.NO_PERMISSION);
            assertThat(names(photo)).containsExactly("Anna");
        });
    }

    @ParameterizedTest
    @EnumSource
    void thoseWithWhomAnAssetIsSharedSeeNoFaces(TestDatabase kind) {
        open(kind, () -> {
            read(ANNA);
            var open = new AssetAccess(
                    storage.assets(), List.of((caller, ids, permission) -> Set.copyOf(ids)), transactions);
            var shared = new FaceTagging(storage.persons(), storage.faces(), decisions(), open, transactions);
            Caller bob = caller();
            Face face = faces(photo).getFirst();
            assertThat(shared.list(bob, photo.id())).isEmpty();
            assertThatThrownBy(() -> shared.remove(bob, face.id(), true)).hasMessageContaining("Not found");
        });
    }

    private void open(TestDatabase kind, Runnable test) {
        try (SqlStorage opened = kind.open(folder)) {
            storage = opened;
            transactions = opened.transactions();
            ann = caller();
            photo = add(1);
            var clock = InstantSource.fixed(Samples.NOW);
            var access = new AssetAccess(opened.assets(), List.of(), transactions);
            faceImport = new FaceImport(opened.persons(), opened.faces(), decisions(), clock);
            tagging = new FaceTagging(opened.persons(), opened.faces(), decisions(), access, transactions);
            people = new People(opened.persons(), opened.faces(), decisions(), access, transactions, clock);
            merge = new PersonMerge(opened.persons(), opened.journal(), decisions(), transactions, clock);
            test.run();
        }
    }

    private FaceDecisions decisions() {
        return new FaceDecisions(
                storage.faces(), portraits(), FaceWatch.NONE, new FaceSidecars(storage.faces(), queues()));
    }

    private Portraits portraits() {
        var clock = InstantSource.fixed(Samples.NOW);
        return new Portraits(storage.persons(), storage.faces(), queues(), transactions, new Events(), clock);
    }

    private JobQueues queues() {
        return new JobQueues(storage.jobs(), transactions, new Events());
    }

    private Caller caller() {
        User user = Samples.addUser(storage);
        return new Caller(user, new Caller.Credential.OfSession(Samples.sessionOfNobody(), false));
    }

    private Asset add(int content) {
        Asset asset = Samples.asset(ann.id(), content, content + ".jpg", LocalDateTime.of(2024, 5, 1, 12, 0));
        transactions.write(() -> storage.assets().add(asset));
        return asset;
    }

    private void read(FaceRegion... regions) {
        transactions.run(() -> faceImport.extracted(photo, found(regions)));
    }

    private static MediaMetadata found(FaceRegion... regions) {
        var frame = new Frame(new Dimensions(400, 300), null, null, null, null);
        var exif = new Exif(Camera.UNKNOWN, Exposure.UNKNOWN, Capture.UNKNOWN, Location.UNKNOWN, Caption.NONE, frame);
        return new MediaMetadata(exif, null, null, List.of(regions));
    }

    private List<Face> faces(Asset asset) {
        return transactions.read(() -> storage.faces().list(asset.id()));
    }

    private List<String> names(Asset asset) {
        return faces(asset).stream()
                .map(face -> transactions.read(() -> storage.persons()
                        .find(person(face))
                        .orElseThrow()
                        .profile()
                        .name()))
                .toList();
    }

    private static PersonId person(Face face) {
        return Objects.requireNonNull(face.person());
    }
}
