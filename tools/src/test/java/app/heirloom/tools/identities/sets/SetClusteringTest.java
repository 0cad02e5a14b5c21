package app.heirloom.tools.identities.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.identity.Identified;
import app.heirloom.library.identity.IdentitySet;
import app.heirloom.library.identity.IdentityTerms;
import app.heirloom.library.identity.picture.PicturedFace;
import app.heirloom.testkit.identity.FakeFaceCache;
import app.heirloom.tools.Progress;
import app.heirloom.vectors.face.NeighborFaceGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetClusteringTest {
    private final ManyFaces faces = new ManyFaces();
    private final FakeFaceCache cache = new FakeFaceCache(MadeSets.MODEL);

    @TempDir
    private Path folder;

    @Test
    void makesAFolderForEachSet() {
        add(cache, faces.of("ann", 8));
        add(cache, faces.of("bea", 7));
        assertThat(cluster("me", cache, false).founded()).hasSize(2);
        assertThat(folder.resolve("0001/set.json")).exists();
        assertThat(folder.resolve("0002/set.json")).exists();
        assertThat(folder.resolve("manifest.json")).exists();
    }

    @Test
    void aSecondRunLeavesEveryFileAsItIs() throws IOException {
        add(cache, faces.of("ann", 8));
        add(cache, faces.noise(30));
        cluster("me", cache, false);
        byte[] set = Files.readAllBytes(folder.resolve("0001/set.json"));
        byte[] manifest = Files.readAllBytes(folder.resolve("manifest.json"));
        assertThat(cluster("me", cache, false).founded()).isEmpty();
        assertThat(folder.resolve("0001/set.json")).hasBinaryContent(set);
        assertThat(folder.resolve("manifest.json")).hasBinaryContent(manifest);
    }

    @Test
    void aSecondUsersRunAddsAndRenumbersNothing() throws IOException {
        add(cache, faces.of("ann", 8));
        cluster("me", cache, false);
        byte[] first = Files.readAllBytes(folder.resolve("0001/set.json"));
        var theirs = new FakeFaceCache(MadeSets.MODEL);
        add(theirs, faces.of("ann", 8));
        add(theirs, faces.of("bea", 7));

        assertThat(cluster("you", theirs, false).founded())
                .extracting(IdentitySet::number)
                .containsExactly(2, 3);

        assertThat(folder.resolve("0001/set.json")).hasBinaryContent(first);
        try (SetStore store = SetStore.open(folder)) {
            assertThat(store.list(Shelf.CANONICAL, "you")).hasSize(2);
            assertThat(store.list(Shelf.CANONICAL, "me")).hasSize(1);
        }
    }

    @Test
    void peopleOfOtherUsersNeedNoSecondSetWhereThatIsAskedFor() {
        add(cache, faces.of("ann", 8));
        cluster("me", cache, false);
        var theirs = new FakeFaceCache(MadeSets.MODEL);
        add(theirs, faces.of("ann", 12).subList(4, 12));
        Identified found = cluster("you", theirs, true);
        assertThat(found.founded()).isEmpty();
        assertThat(found.covered()).containsEntry(1, 8);
        try (SetStore store = SetStore.open(folder)) {
            assertThat(store.get(1).faces()).hasSize(8);
        }
    }

    @Test
    void whatTwoModelsSawIsNotMixed() {
        add(cache, faces.of("ann", 8));
        cluster("me", cache, false);
        var other = new FakeFaceCache(new ModelId("other"));
        assertThatThrownBy(() -> cluster("me", other, false)).hasMessageContaining("do not compare");
    }

    private Identified cluster(String owner, FakeFaceCache some, boolean acrossUsers) {
        try (SetStore store = SetStore.open(folder)) {
            return new SetClustering(store, NeighborFaceGraph::new, Progress.NONE)
                    .run(owner, some, IdentityTerms.DEFAULT, acrossUsers);
        }
    }

    private static void add(FakeFaceCache some, List<PicturedFace> more) {
        some.add(more.stream().map(PicturedFace::picture).toList());
    }
}
