package app.heirloom.tools.identities.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.identity.IdentityTerms;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.library.identity.picture.PictureOrigin;
import app.heirloom.library.identity.picture.SeenPicture;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.remote.RemoteUser;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.person.RemoteFace;
import app.heirloom.library.remote.person.RemotePerson;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.UserId;
import app.heirloom.testkit.identity.FakeFaceCache;
import app.heirloom.testkit.identity.SeenPictures;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.tools.Progress;
import app.heirloom.tools.identities.sets.SetClustering;
import app.heirloom.tools.identities.sets.SetStore;
import app.heirloom.vectors.face.NeighborFaceGraph;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetApplicationTest {
    private static final ModelId MODEL = new ModelId("model");
    private static final int FACES = 6;
    /** Half as large as the pictures, of 4000 x 3000; the faces lie from 100 to 300 and 320 there. */
    private static final FaceBox SAME = new FaceBox(new Dimensions(2000, 1500), 55, 50, 150, 155);

    private static final FaceBox ELSEWHERE = new FaceBox(new Dimensions(2000, 1500), 900, 900, 1000, 1000);

    private final FakePhotoServer server = new FakePhotoServer();
    private final FaceCache cache = new FakeFaceCache(MODEL);
    private final Map<String, List<AssetId>> assets = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    private boolean merges;
    private boolean dryRun;

    @TempDir
    private Path sets;

    @Test
    void makesAPersonOfEachSet() {
        addPerson(0, null);
        addPerson(1, null);
        List<AppliedSet> applied = apply();
        assertThat(applied)
                .extracting(AppliedSet::faces)
                .containsExactly(new AppliedSet.Faces(FACES, 0, 0), new AppliedSet.Faces(FACES, 0, 0));
        assertThat(personsOf(0)).hasSize(1).doesNotContainAnyElementsOf(personsOf(1));
        assertThat(server.people().list()).hasSize(2);
    }

    @Test
    void whomSomebodyNamedStays() {
        RemotePerson ann = server.people().create("Ann");
        addPerson(0, ann);
        server.people()
                .assign(facesOf(0).getFirst().id(), server.people().create("").id());
        assertThat(apply()).singleElement().satisfies(set -> {
            assertThat(set.name()).isEqualTo("Ann");
            assertThat(set.faces()).isEqualTo(new AppliedSet.Faces(1, FACES - 1, 0));
        });
        assertThat(personsOf(0)).containsExactly(ann);
        try (SetStore store = SetStore.open(sets)) {
            assertThat(store.get(1).name()).isEqualTo("Ann");
        }
    }

    @Test
    void twoNamesInOneSetAreLeftToPeople() {
        addPerson(0, server.people().create("Ann"));
        server.people()
                .assign(
                        facesOf(0).getFirst().id(),
                        server.people().create("Bea").id());
        List<RemoteFace> before = facesOf(0);
        assertThat(apply())
                .singleElement()
                .satisfies(set -> assertThat(set.contradiction()).contains("Ann, Bea"));
        assertThat(facesOf(0)).isEqualTo(before);
    }

    @Test
    void aGivenNameGoesToTheServer() {
        addPerson(0, server.people().create(""));
        names.put(1, "Ann");
        apply();
        assertThat(personsOf(0)).extracting(RemotePerson::name).containsExactly("Ann");
        assertThat(server.people().list()).hasSize(1);
    }

    @Test
    void aGivenNameThatContradictsTheServersIsTold() {
        addPerson(0, server.people().create("Ann"));
        names.put(1, "Bea");
        assertThat(apply().getFirst().contradiction()).contains("Bea").contains("Ann");
    }

    @Test
    void aPersonWhoIsThereUnderTheNameIsTaken() {
        RemotePerson ann = server.people().create("Ann");
        addPerson(0, null);
        names.put(1, "ann");
        apply();
        assertThat(personsOf(0)).containsExactly(ann);
    }

    @Test
    void facesThatTheServerDidNotFindAreCounted() {
        addPerson(0, null);
        server.people().removeFace(facesOf(0).getFirst().id());
        assertThat(apply().getFirst().faces()).isEqualTo(new AppliedSet.Faces(FACES - 1, 0, 1));
    }

    @Test
    void facesElsewhereOnThePictureStayAsTheyAre() {
        addPerson(0, null);
        AssetId first = assetsOf(0).getFirst();
        server.addFace(first, ELSEWHERE, null);
        apply();
        assertThat(server.people().listFaces(first))
                .filteredOn(face -> face.box().equals(ELSEWHERE))
                .singleElement()
                .extracting(RemoteFace::person)
                .isNull();
    }

    @Test
    void aSecondRunChangesNothing() {
        addPerson(0, null);
        apply();
        List<RemoteFace> before = facesOf(0);
        assertThat(apply().getFirst().faces()).isEqualTo(new AppliedSet.Faces(0, FACES, 0));
        assertThat(facesOf(0)).isEqualTo(before);
    }

    @Test
    void aDryRunTellsAndChangesNothing() {
        addPerson(0, null);
        dryRun = true;
        assertThat(apply().getFirst().faces().assigned()).isEqualTo(FACES);
        assertThat(server.people().list()).isEmpty();
        assertThat(personsOf(0)).isEmpty();
        assertThat(sets.resolve("_applied")).doesNotExist();
    }

    @Test
    void undoTakesAllBack() {
        addPerson(0, null);
        addPerson(1, server.people().create(""));
        RemotePerson other = server.people().create("");
        server.people().assign(facesOf(1).getFirst().id(), other.id());
        names.put(2, "Bea");
        List<RemoteFace> before = new ArrayList<>(facesOf(0));
        before.addAll(facesOf(1));
        List<RemotePerson> people = server.people().list();

        apply();
        assertThat(personsOf(1)).hasSize(1);
        ApplicationUndo.Summary summary = undo();

        assertThat(summary.exceptions()).isEmpty();
        assertThat(summary.faces()).isEqualTo(FACES + 1);
        List<RemoteFace> after = new ArrayList<>(facesOf(0));
        after.addAll(facesOf(1));
        assertThat(after).isEqualTo(before);
        assertThat(server.people().list()).containsExactlyInAnyOrderElementsOf(people);
        assertThatThrownBy(this::undo).hasMessageContaining("nothing to take back");
    }

    @Test
    void undoLeavesWhatSomebodyChangedSince() {
        addPerson(0, null);
        apply();
        RemotePerson mine = server.people().create("Mine");
        server.people().assign(facesOf(0).getFirst().id(), mine.id());
        RemotePerson made = personsOf(0).stream()
                .filter(person -> !person.equals(mine))
                .findFirst()
                .orElseThrow();
        server.people().rename(made.id(), "Renamed");
        assertThat(undo().exceptions()).singleElement().asString().contains("Renamed");
        assertThat(facesOf(0).getFirst().person()).isEqualTo(mine);
        assertThat(facesOf(0)).filteredOn(face -> face.person() == null).hasSize(FACES - 1);
    }

    @Test
    void anUndoThatWasStoppedGoesOn() {
        addPerson(0, null);
        apply();
        RemotePerson nobody = server.people().create("");
        journal().last("ann").add(new Deed.Freeing(nobody.id()));
        server.people().assign(facesOf(0).getFirst().id(), nobody.id());
        assertThat(undo().exceptions()).isEmpty();
        assertThat(facesOf(0)).extracting(RemoteFace::person).containsOnlyNulls();
        assertThat(server.people().list()).isEmpty();
    }

    @Test
    void peopleWhoAreGoneComeBackOnceThoughTheUndoIsStopped() {
        RemotePerson old = server.people().create("");
        addPerson(0, server.people().create(""));
        server.people().assign(facesOf(0).get(1).id(), old.id());
        server.people().assign(facesOf(0).get(2).id(), old.id());
        apply();
        server.people().remove(List.of(old.id()));
        RemotePerson now = server.people().create("");
        journal().last("ann").add(new Deed.Returned(old.id(), now.id()));
        server.people().assign(facesOf(0).get(1).id(), now.id());
        assertThat(undo().exceptions()).isEmpty();
        assertThat(facesOf(0).get(2).person()).isEqualTo(now);
        assertThat(personsOf(0)).hasSize(2);
    }

    @Test
    void undoKeepsPeopleWhoWereGivenOtherFacesSince() {
        addPerson(0, null);
        apply();
        RemotePerson made = personsOf(0).iterator().next();
        AssetId other = server.add("other.jpg", new byte[] {7}).id();
        server.addFace(other, ELSEWHERE, made);
        assertThat(undo().exceptions()).singleElement().asString().contains("was given other faces since");
        assertThat(server.people().list()).containsExactly(made);
        assertThat(server.people().listFaces(other).getFirst().person()).isEqualTo(made);
    }

    @Test
    void mergedPeopleAreMadeAgain() {
        addPerson(0, server.people().create(""));
        RemotePerson part = server.people().create("");
        server.people().assign(facesOf(0).getFirst().id(), part.id());
        server.people().assign(facesOf(0).get(1).id(), part.id());
        merges = true;
        apply();
        assertThat(personsOf(0)).hasSize(1);
        assertThat(server.people().list()).hasSize(1);
        assertThat(undo().exceptions()).isNotEmpty();
        assertThat(personsOf(0)).hasSize(2);
        assertThat(facesOf(0).getFirst().person()).isEqualTo(facesOf(0).get(1).person());
    }

    @Test
    void theKeyOfAnotherUserIsRefused() {
        addPerson(0, null);
        server.ownedBy(new RemoteUser(UserId.random(), "Bob", "bob@example.com", false));
        assertThatThrownBy(this::apply)
                .isInstanceOf(HeirloomException.class)
                .hasMessageContaining("Bob")
                .hasMessageContaining("API key of the user");
    }

    @Test
    void missingPermissionsAreNamed() {
        addPerson(0, null);
        server.allowing(Set.of(Permission.PERSON_READ, Permission.FACE_READ));
        assertThatThrownBy(this::apply).hasMessageContaining("person.create").hasMessageContaining("face.update");
    }

    @Test
    void aNameForNoSetIsRefused() {
        addPerson(0, null);
        names.put(9, "Ann");
        assertThatThrownBy(this::apply).hasMessageContaining("no identity set 9");
    }

    /** Photos of somebody, on the server and in the cache. */
    private void addPerson(int number, @Nullable RemotePerson person) {
        for (int i = 0; i < FACES; i++) {
            String name = "person" + number + "-" + i;
            RemoteAsset asset = server.add(name + ".jpg", name.getBytes(StandardCharsets.UTF_8));
            server.addFace(asset.id(), SAME, person);
            assets.computeIfAbsent("person" + number, any -> new ArrayList<>()).add(asset.id());
            float[] values = new float[4];
            values[number] = 1;
            values[3] = 0.02f * i;
            SeenPicture seen = SeenPictures.picture(name, Embedding.of(values));
            cache.add(List.of(new SeenPicture(
                    seen.sha256(),
                    seen.paths(),
                    seen.shape(),
                    List.of(new PictureOrigin(
                            "http://photos.test",
                            server.account().user().id().toString(),
                            asset.id().toString())),
                    seen.faces())));
        }
    }

    private List<AssetId> assetsOf(int number) {
        return assets.getOrDefault("person" + number, List.of());
    }

    private List<RemoteFace> facesOf(int number) {
        return assetsOf(number).stream()
                .flatMap(asset -> server.people().listFaces(asset).stream())
                .filter(face -> face.box().equals(SAME))
                .toList();
    }

    private Set<RemotePerson> personsOf(int number) {
        return facesOf(number).stream()
                .map(RemoteFace::person)
                .filter(person -> person != null)
                .collect(Collectors.toSet());
    }

    private List<AppliedSet> apply() {
        List<AppliedSet> applied = new ArrayList<>();
        try (SetStore store = SetStore.open(sets)) {
            new SetClustering(store, NeighborFaceGraph::new, Progress.NONE)
                    .run("ann", cache, IdentityTerms.DEFAULT, false);
            new SetApplication(server, store, journal(), new ApplicationSettings(dryRun, merges, names, 2))
                    .run("ann", applied::add);
        }
        return applied;
    }

    private ApplicationUndo.Summary undo() {
        return new ApplicationUndo(server, journal()).run("ann");
    }

    private ApplicationJournal journal() {
        return new ApplicationJournal(sets, InstantSource.system());
    }
}
