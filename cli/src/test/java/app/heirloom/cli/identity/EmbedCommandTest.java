package app.heirloom.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.model.RealPeople;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.identity.picture.SeenPicture;
import app.heirloom.library.person.FaceBox;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.standin.StandInServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real model over real photos, by one worker and by many. */
class EmbedCommandTest {
    private static final int PHOTOS = 54;
    private static final List<String> OTHERS = List.of("cheers_1440x960.heic", "Issue 649.avif");
    private static final int PICTURES = PHOTOS + 2;
    private static final Pattern ADDRESS = Pattern.compile("--from (\\S+) --token (\\S+)");
    private static final FaceBox FACE = new FaceBox(new Dimensions(400, 300), 0, 0, 300, 300);

    @TempDir
    private Path folder;

    private final FakePhotoServer photos = new FakePhotoServer();

    @BeforeEach
    void fill() throws IOException {
        RealPeople.addModels(models());
        List<Path> portraits = RealPeople.list("faces/caltech").stream()
                .filter(file -> file.toString().endsWith(".jpg"))
                .limit(PHOTOS)
                .toList();
        for (Path file : portraits) {
            add(file.getFileName().toString(), Files.readAllBytes(file));
        }
        for (String name : OTHERS) {
            add(name, Files.readAllBytes(RealPeople.at("library/mei").resolve(name)));
        }
    }

    private void add(String name, byte[] bytes) {
        AssetId id = photos.add(name, bytes).id();
        photos.addFace(id, FACE, null);
    }

    private Path models() {
        return folder.resolve("models");
    }

    private IdentitiesRun staged(String name) {
        var identities = new IdentitiesRun(folder.resolve(name));
        try (StandInServer server = StandInServer.start(photos)) {
            assertThat(identities.stage(server).code()).isEqualTo(ExitCode.DONE);
        }
        return identities;
    }

    private String[] withModel(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--model-dir", models().toString()));
        arguments.addAll(List.of("--media-programs", IdentitiesRun.MEDIA_PROGRAMS.toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    @Test
    void workersElsewhereSeeWhatOneSeesThoughOthersAreKilled() throws Exception {
        add("broken.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3});
        IdentitiesRun alone = staged("alone");
        var said = alone.run(alone.user("embed", withModel("--json")));
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(said.json().path("seen").intValue()).isEqualTo(PICTURES);
        assertThat(said.json().path("failed").intValue()).isEqualTo(1);
        assertThat(said.err()).contains(".jpg: This is data of an unknown kind");

        IdentitiesRun shared = staged("shared");
        Path told = folder.resolve("queue.txt");
        Process queue = IdentitiesRun.start(
                told, shared.user("embed", withModel("--concurrency=0", "--listen=0", "--lease=3")));
        List<Process> workers = new ArrayList<>();
        try {
            Matcher address = awaitAddress(queue, told);
            String map = shared.store().toAbsolutePath() + "=" + shared.store();
            workers.add(work(address, "first"));
            workers.add(work(address, "second"));
            workers.add(work(address, "mapped", "--map", map));
            Path first = firstPart(shared);
            while (queue.isAlive()
                    && Files.notExists(first)
                    && workers.getFirst().isAlive()) {
                queue.waitFor(5, TimeUnit.MILLISECONDS);
            }
            workers.getFirst().destroyForcibly();
            workers.getLast().destroyForcibly();
            assertThat(queue.waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(queue.exitValue()).as(Files.readString(told)).isEqualTo(ExitCode.INCOMPLETE);
            assertThat(workers.get(1).waitFor()).isEqualTo(ExitCode.DONE);
        } finally {
            queue.destroyForcibly();
            workers.forEach(Process::destroyForcibly);
        }
        assertSame(shared.cached(), alone.cached());
    }

    private static Path firstPart(IdentitiesRun identities) {
        return identities.store().resolve("ann/faces.npz.parts/00000001.npz");
    }

    private Process work(Matcher address, String name, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("work", "--from", address.group(1)));
        arguments.addAll(List.of("--token", address.group(2), "--concurrency=1", "--renewal=500"));
        arguments.addAll(List.of(withModel(more)));
        return IdentitiesRun.start(folder.resolve(name + ".txt"), arguments);
    }

    private static Matcher awaitAddress(Process queue, Path told) throws Exception {
        while (true) {
            Matcher address = ADDRESS.matcher(Files.readString(told));
            if (address.find()) {
                return address;
            }
            assertThat(queue.isAlive()).as(Files.readString(told)).isTrue();
            queue.waitFor(10, TimeUnit.MILLISECONDS);
        }
    }

    private static void assertSame(Map<String, SeenPicture> some, Map<String, SeenPicture> others) {
        assertThat(some.keySet()).isEqualTo(others.keySet()).hasSize(PICTURES);
        some.forEach((sha256, picture) -> {
            var faces = Objects.requireNonNull(others.get(sha256)).faces();
            assertThat(picture.faces()).hasSameSizeAs(faces);
            for (int i = 0; i < faces.size(); i++) {
                assertThat(picture.faces().get(i).face()).isEqualTo(faces.get(i).face());
                assertThat(picture.faces()
                                .get(i)
                                .embedding()
                                .similarity(faces.get(i).embedding()))
                        .isGreaterThan(0.99999);
            }
        });
    }

    @Test
    void killedRunsGoOnAndCachesAreTakenOver() throws Exception {
        IdentitiesRun identities = staged("killed");
        Path first = firstPart(identities);
        Process embed = IdentitiesRun.start(
                folder.resolve("embed.txt"), identities.user("embed", withModel("--concurrency=1")));
        while (embed.isAlive() && Files.notExists(first)) {
            embed.waitFor(5, TimeUnit.MILLISECONDS);
        }
        embed.destroyForcibly().waitFor();
        assertThat(first).as(Files.readString(folder.resolve("embed.txt"))).exists();

        var said = identities.run(identities.user("embed", withModel("--json")));
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.DONE);
        assertThat(said.json().path("seen").intValue()).isLessThan(PICTURES);
        Map<String, SeenPicture> cached = identities.cached();
        assertThat(cached).hasSize(PICTURES);

        IdentitiesRun other = staged("other");
        Path cache = identities.store().resolve("ann/faces.npz");
        assertThat(other.run(other.user("extend", cache.toString())).out()).contains("56 pictures, 56 new");
        var nothing = other.run(other.user("embed", withModel("--json")));
        assertThat(nothing.json().path("pictures").intValue()).isZero();
        assertSame(other.cached(), cached);
        assertThat(other.cached().values())
                .allSatisfy(picture -> assertThat(picture.paths()).isNotEmpty());
    }
}
