package app.heirloom.storage.sql.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.gallery.Content;
import app.heirloom.library.gallery.ContentHash;
import app.heirloom.library.gallery.GalleryFace;
import app.heirloom.library.gallery.GalleryFile;
import app.heirloom.library.gallery.GalleryId;
import app.heirloom.library.gallery.GalleryPeopleRepository;
import app.heirloom.library.gallery.GalleryPerson;
import app.heirloom.library.gallery.GalleryPersonId;
import app.heirloom.library.gallery.GalleryRepository.Place;
import app.heirloom.library.recognition.detection.FaceArea;
import app.heirloom.library.recognition.detection.Sighting;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SqlGalleryPeopleRepositoryTest {
    private static final ModelId FACES = new ModelId("faces");
    private static final ModelId IMAGES = new ModelId("images");
    private static final FaceQuality QUALITY = new FaceQuality(100, 1, 1, 1);

    private final TestDatabase kind;
    private SqlStorage storage;
    private GalleryPeopleRepository people;
    private GalleryId gallery;

    SqlGalleryPeopleRepositoryTest(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        storage = kind.open(folder);
        people = storage.galleryPeople();
        gallery = storage.transactions()
                .write(() -> storage.galleries().open("/photos").id());
    }

    @AfterEach
    void close() {
        storage.close();
    }

    /** A photo with so many faces, and an embedding of the whole; returns the faces' numbers. */
    private List<Long> photo(int number, int faces) {
        return storage.transactions().write(() -> {
            Content content = content(number);
            storage.galleries().addContents(List.of(content));
            var state = new GalleryFile.State(1, Instant.EPOCH, 1);
            storage.galleries()
                    .saveFiles(gallery, List.of(new GalleryFile(number + ".jpg", state, content.hash(), null)));
            storage.embeddings().save(IMAGES, content.checksum(), Embedding.of(new float[] {1, number}));
            return storage.detections().save(content.checksum(), FACES, sightings(faces)).stream()
                    .map(detection -> detection.number())
                    .toList();
        });
    }

    private static List<Sighting> sightings(int count) {
        var seen = new Sighting(new FaceArea(0, 0, 1, 1), QUALITY, Embedding.of(new float[] {1, 2}));
        return java.util.Collections.nCopies(count, seen);
    }

    private static Content content(int number) {
        byte[] hash = new byte[32];
        byte[] checksum = new byte[Checksum.LENGTH_IN_BYTES];
        Arrays.fill(hash, (byte) number);
        Arrays.fill(checksum, (byte) number);
        return new Content(ContentHash.of(hash), Checksum.of(checksum));
    }

    private GalleryPersonId person(Long... faces) {
        return storage.transactions().write(() -> {
            GalleryPersonId id = people.add();
            Arrays.stream(faces).forEach(face -> people.assign(face, id));
            return id;
        });
    }

    private List<GalleryFace> faces() {
        return storage.transactions().read(() -> people.listFaces(FACES, 0, 100));
    }

    private List<GalleryPerson> list() {
        return storage.transactions().read(people::list);
    }

    @Test
    void facesTellWhoseTheyAreAndInPortions() {
        List<Long> one = photo(1, 2);
        List<Long> two = photo(2, 1);
        GalleryPersonId anna = person(one.getFirst());
        assertThat(faces()).extracting(GalleryFace::person).containsExactly(anna, null, null);
        assertThat(faces()).extracting(GalleryFace::content).endsWith(content(2).checksum());
        assertThat(storage.transactions().read(() -> people.listFaces(FACES, one.getLast(), 1)))
                .extracting(face -> face.detection().number())
                .isEqualTo(two);
        assertThat(storage.transactions().read(() -> people.listFaces(IMAGES, 0, 10)))
                .isEmpty();
    }

    @Test
    void facesOfContentsWithoutAFileDoNotCount() {
        List<Long> one = photo(1, 1);
        GalleryPersonId anna = person(one.getFirst());
        storage.transactions().run(() -> storage.galleries().removeFiles(gallery, List.of("1.jpg")));
        assertThat(faces()).isEmpty();
        assertThat(list()).containsExactly(new GalleryPerson(anna, "", 0));
    }

    @Test
    void whatWasSaidByHandNoAssignmentChanges() {
        List<Long> one = photo(1, 2);
        GalleryPersonId anna = person(one.getFirst());
        storage.transactions().run(() -> people.confirm(anna));
        GalleryPersonId other = person(one.getFirst(), one.getLast());
        storage.transactions().run(() -> people.release(one.getFirst()));
        assertThat(faces()).extracting(GalleryFace::person).containsExactly(anna, other);
        storage.transactions().run(() -> people.release(one.getLast()));
        assertThat(faces()).extracting(GalleryFace::byHand).containsExactly(true, false);
        assertThat(storage.transactions().write(people::removeForsaken)).isEqualTo(1);
    }

    @Test
    void mergedPeopleAreOne() {
        List<Long> one = photo(1, 1);
        List<Long> two = photo(2, 1);
        GalleryPersonId anna = person(one.getFirst());
        GalleryPersonId other = person(two.getFirst());
        storage.transactions().run(() -> {
            people.rename(anna, "Änna");
            people.merge(other, anna);
        });
        assertThat(list()).containsExactly(new GalleryPerson(anna, "Änna", 2));
        storage.transactions().run(people::removeAll);
        assertThat(faces()).extracting(GalleryFace::person).containsOnlyNulls();
    }

    @Test
    void photosAreFoundByWhoIsOnThem() {
        List<Long> both = photo(1, 2);
        List<Long> alone = photo(2, 1);
        photo(3, 1);
        GalleryPersonId anna = person(both.getFirst(), alone.getFirst());
        GalleryPersonId ben = person(both.getLast());
        assertThat(storage.transactions().read(() -> people.listPlaces(List.of(List.of(anna)), 10)))
                .containsExactly(new Place("/photos", "1.jpg"), new Place("/photos", "2.jpg"));
        assertThat(storage.transactions().read(() -> people.listPlaces(List.of(List.of(anna), List.of(ben)), 10)))
                .containsExactly(new Place("/photos", "1.jpg"));
        List<Long> numbers = storage.transactions().read(() -> people.listShowing(IMAGES, List.of(List.of(ben, anna))));
        assertThat(storage.transactions().read(() -> storage.galleries().listPlaces(numbers)))
                .hasSize(2)
                .containsValue(List.of(new Place("/photos", "2.jpg")));
    }

    @Test
    void whatModelsMadeIsForgottenAndNamesStay() {
        GalleryPersonId anna = person(photo(1, 1).getFirst());
        person(photo(2, 1).getFirst());
        storage.transactions().run(() -> {
            people.rename(anna, "Anna");
            storage.galleries().forgetLooks();
        });
        assertThat(faces()).isEmpty();
        assertThat(list()).containsExactly(new GalleryPerson(anna, "Anna", 0));
        assertThat(storage.transactions().read(() -> storage.galleries().countLooks()))
                .isEmpty();
    }

    @Test
    void orphansAreCountedAndFailuresTold() {
        photo(1, 1);
        assertThat(storage.transactions().read(() -> storage.galleries().countLooks()))
                .containsEntry(FACES, 1L);
        storage.transactions().run(() -> {
            storage.galleries().removeFiles(gallery, List.of("1.jpg"));
            var state = new GalleryFile.State(1, Instant.EPOCH, 1);
            storage.galleries().saveFiles(gallery, List.of(new GalleryFile("2.jpg", state, null, "broken")));
        });
        assertThat(storage.transactions().read(() -> storage.galleries().countOrphans()))
                .isEqualTo(1);
        List<String> reasons = new java.util.ArrayList<>();
        storage.transactions().run(() -> storage.galleries().forEachFailure(failure -> reasons.add(failure.reason())));
        assertThat(reasons).containsExactly("broken");
    }
}
