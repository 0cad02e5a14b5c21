package app.heirloom.tools.identities.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.identity.IdentitySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SetStoreTest {
    private final MadeSets made = new MadeSets();

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() {
        try (SetStore store = SetStore.open(folder)) {
            store.save(Shelf.CANONICAL, made.set(1, "ann"));
            store.save(Shelf.CANONICAL, made.set(2, "bea"));
            store.writeManifest();
        }
    }

    @Test
    void setsAreThereAgain() {
        try (SetStore store = SetStore.open(folder)) {
            IdentitySet set = store.get(1);
            assertThat(set.faces()).isEqualTo(made.set(1, "ann").faces());
            assertThat(set.anchors()
                            .getFirst()
                            .embedding()
                            .similarity(made.set(1, "ann").anchors().getFirst().embedding()))
                    .isGreaterThan(0.999999);
            assertThat(store.last()).isEqualTo(2);
        }
    }

    @Test
    void numbersAreNeverGivenAgain() throws IOException {
        Files.move(folder.resolve("0002"), folder.resolve("elsewhere"));
        try (SetStore store = SetStore.open(folder)) {
            assertThat(store.list(Shelf.CANONICAL)).hasSize(1);
            assertThat(store.last()).isEqualTo(2);
            store.writeManifest();
        }
        assertThat(manifest().path("last").asInt()).isEqualTo(2);
        assertThat(manifest().path("sets")).hasSize(1);
    }

    @Test
    void whatOthersWroteIntoTheManifestStays() throws IOException {
        ObjectNode manifest = (ObjectNode) manifest();
        manifest.put("note", "mine");
        ((ObjectNode) manifest.path("sets").path(0)).put("color", "red");
        Files.writeString(folder.resolve("manifest.json"), manifest.toString());
        try (SetStore store = SetStore.open(folder)) {
            store.save(Shelf.CANONICAL, made.set(3, "cid"));
            store.writeManifest();
        }
        assertThat(manifest().path("note").asString()).isEqualTo("mine");
        assertThat(manifest().path("sets").path(0).path("color").asString()).isEqualTo("red");
        assertThat(manifest().path("sets")).hasSize(3);
    }

    @Test
    void oneOfTwoIsPutAwayAndComesBack() {
        IdentitySet one;
        try (SetStore store = SetStore.open(folder)) {
            one = store.get(1);
            store.merge(1, 2);
            assertThat(store.get(1).faces()).hasSize(12);
            assertThat(store.list(Shelf.MERGED)).extracting(IdentitySet::number).containsExactly(2);
            assertThatThrownBy(() -> store.get(2)).hasMessageContaining("part of set 1");
        }
        assertThat(folder.resolve("_merged/0002/set.json")).exists();
        try (SetStore store = SetStore.open(folder)) {
            store.unmerge(2);
            assertThat(store.get(1).faces()).isEqualTo(one.faces());
            assertThat(store.get(2).faces()).hasSize(6);
        }
    }

    @Test
    void aMergeThatWasStoppedIsEnded() throws IOException {
        try (SetStore store = SetStore.open(folder)) {
            store.merge(1, 2);
        }
        Files.move(folder.resolve("_merged/0002"), folder.resolve("0002"), StandardCopyOption.ATOMIC_MOVE);
        try (SetStore store = SetStore.open(folder)) {
            assertThat(store.list(Shelf.CANONICAL))
                    .extracting(IdentitySet::number)
                    .containsExactly(1);
        }
    }

    @Test
    void aSeparationThatWasStoppedCanBeRepeated() throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve("0001/set.json"));
        try (SetStore store = SetStore.open(folder)) {
            store.merge(1, 2);
        }
        Files.write(folder.resolve("0001/set.json"), before);
        try (SetStore store = SetStore.open(folder)) {
            store.unmerge(2);
            assertThat(store.list(Shelf.CANONICAL)).hasSize(2);
        }
    }

    @Test
    void setsOfTwoUsersAreNeverOne() {
        try (SetStore store = SetStore.open(folder)) {
            store.save(Shelf.CANONICAL, made.ownedBy("other", made.set(3, "cid")));
            assertThatThrownBy(() -> store.merge(1, 3))
                    .isInstanceOf(HeirloomException.class)
                    .hasMessageContaining("one user");
        }
    }

    @Test
    void twoRunsAtOnceAreRefused() {
        try (SetStore store = SetStore.open(folder)) {
            assertThat(store.last()).isEqualTo(2);
            assertThatThrownBy(() -> SetStore.open(folder)).hasMessageContaining("in use by another run");
        }
    }

    @Test
    void aDamagedSetIsNamed() throws IOException {
        String text = Files.readString(folder.resolve("0002/set.json"));
        Files.writeString(folder.resolve("0002/set.json"), text.substring(0, text.length() / 2));
        assertThatThrownBy(() -> SetStore.open(folder))
                .isInstanceOf(HeirloomException.class)
                .hasMessageContaining("0002")
                .hasMessageContaining("damaged");
    }

    @Test
    void anUnknownFormatIsRefused() throws IOException {
        Path file = folder.resolve("0002/set.json");
        Files.writeString(file, Files.readString(file).replaceFirst("\"format\" : 1", "\"format\" : 9"));
        assertThatThrownBy(() -> SetStore.open(folder)).hasMessageContaining("format 9");
    }

    @Test
    void theManifestOfAnotherToolIsRefused() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), "{\"tool\": \"another\", \"sets\": []}");
        assertThatThrownBy(() -> SetStore.open(folder)).hasMessageContaining("another tool");
    }

    @Test
    void changesAreNoted() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("journal.jsonl")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("\"owner\":\"ann\"", "\"what\":\"founded\""));
    }

    private JsonNode manifest() {
        return JsonMapper.shared().readTree(folder.resolve("manifest.json"));
    }
}
