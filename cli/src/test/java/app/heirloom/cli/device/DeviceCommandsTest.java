package app.heirloom.cli.device;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.cli.remote.RunningHeirloom;
import app.heirloom.cli.terminal.ExitCode;
import app.heirloom.cli.terminal.Said;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.RemoteServer.Kind;
import app.heirloom.library.remote.RemoteUser;
import app.heirloom.library.user.UserId;
import app.heirloom.testkit.TinyExif;
import app.heirloom.testkit.TinyPhotos;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.standin.Fault;
import app.heirloom.testkit.remote.standin.StandInServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceCommandsTest {
    private static final Pattern RUN = Pattern.compile("run ([0-9a-f-]{36}): (\\d+) moved to the trash");
    private static final String ALL_FOUR_MATCH = "4 files (4 matched, 0 hashed, 0 ambiguous, 0 fallback)";

    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void fill() throws IOException {
        root = Files.createDirectories(folder.resolve("phone"));
        write("DCIM/zone.jpg", TinyPhotos.withExif(TinyPhotos.jpeg(40, 30), taken().offset("+02:00")));
        write("DCIM/wall.jpg", TinyPhotos.withExif(TinyPhotos.jpeg(50, 30), taken()));
        write("DCIM/bare.jpg", TinyPhotos.jpeg(60, 30));
        write("Download/saved.png", TinyPhotos.encoded("png", 70, 30));
    }

    private static TinyExif taken() {
        return new TinyExif().taken("2024:05:01 10:20:30");
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-06-01T00:00:00Z")));
    }

    @Test
    void aRealHeirloomGivesBackWhatAPhoneDeleted() throws IOException {
        try (var heirloom = RunningHeirloom.start(folder.resolve("data"))) {
            var device = new DeviceRunner(folder.resolve("state"), heirloom.url(), heirloom.newKey("all"));
            succeeds(device.run("add", "--root", root.toString()));
            succeeds(device.run("scan"));
            assertThat(succeeds(device.run("upload", "--folder-albums"))).startsWith("4 uploaded");
            heirloom.awaitIdle();
            succeeds(device.run("forget", "--yes"));
            assertThat(root.resolve(".heirloom-device")).doesNotExist();

            succeeds(device.run("add", "--root", root.toString(), "--quarantine", "0"));
            assertThat(succeeds(device.run("scan", "--fast")))
                    .as("capture times are the server's")
                    .contains(ALL_FOUR_MATCH);
            assertThat(succeeds(device.run("verify", "--imputed"))).startsWith("4 right, 0 wrong");
            Files.delete(root.resolve("DCIM/wall.jpg"));
            assertThat(succeeds(device.run("scan"))).contains("1 files are gone");
            assertThat(succeeds(device.run("plan"))).contains("due      DCIM/wall.jpg", "1 due, 0 in quarantine");
            assertThat(device.run("apply").code()).as("nobody agreed").isEqualTo(ExitCode.CANNOT);
            assertThat(succeeds(device.run("apply", "--yes"))).contains("only tells");
            Matcher run = RUN.matcher(succeeds(device.run("apply", "--yes")));
            assertThat(run.find()).isTrue();
            assertThat(run.group(2)).isEqualTo("1");
            succeeds(device.run("scan"));
            assertThat(succeeds(device.run("status", "--json"))).contains("\"on_server\":3");
            assertThat(succeeds(device.run("restore", run.group(1).substring(0, 8))))
                    .startsWith("1 taken out");
            assertThat(succeeds(device.run("history")))
                    .contains("rehearsed", "planned", "tagged", "trashed", "restored");
            succeeds(device.run("scan"));
            assertThat(succeeds(device.run("plan"))).contains("0 due");
        }
    }

    @Test
    void uploadLooksFirstWhereNobodyDidOrWhenToldHow() throws IOException {
        try (StandInServer server = StandInServer.start(new FakePhotoServer())) {
            var device = new DeviceRunner(folder.resolve("state"), server.url(), StandInServer.KEY);
            succeeds(device.run("add", "--root", root.toString()));
            assertThat(succeeds(device.run("upload")))
                    .contains("4 files (0 matched, 4 hashed, 0 ambiguous, 0 fallback)", "4 uploaded");
            write("DCIM/new.jpg", TinyPhotos.jpeg(80, 30));
            assertThat(succeeds(device.run("upload")))
                    .as("as the last scan saw it")
                    .startsWith("0 uploaded");
            assertThat(succeeds(device.run("upload", "--full"))).contains("5 files (0 matched, 1 hashed", "1 uploaded");
            assertThat(device.run("upload", "--full", "--fast").code()).isEqualTo(ExitCode.CANNOT);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 7", "3, 2"})
    void serversOfBothVersionsAreUnderstood(int major, int minor) throws IOException {
        var photos = new FakePhotoServer()
                .as(new RemoteServer(URI.create("http://photos.test"), Kind.IMMICH, major, minor, 0));
        try (StandInServer server = StandInServer.start(photos)) {
            var device = new DeviceRunner(folder.resolve("state"), server.url(), StandInServer.KEY);
            succeeds(device.run("add", "--root", root.toString(), "--quarantine", "0"));
            succeeds(device.run("scan", "--full"));
            assertThat(succeeds(device.run("upload"))).startsWith("4 uploaded");
            succeeds(device.run("scan"));
            Files.delete(root.resolve("DCIM/wall.jpg"));
            succeeds(device.run("scan"));
            succeeds(device.run("apply", "--yes"));
            Matcher run = RUN.matcher(succeeds(device.run("apply", "--yes")));
            assertThat(run.find()).isTrue();
            succeeds(device.run("scan"));
            assertThat(succeeds(device.run("status"))).contains("on the server           3");
            assertThat(succeeds(device.run("restore", run.group(1)))).startsWith("1 taken out");
            assertThat(succeeds(device.run("status"))).contains(root.toString());
        }
    }

    @Test
    void aKeyThatIsRevokedInMidScanLosesNothing() throws IOException {
        var photos = new FakePhotoServer();
        try (StandInServer server = StandInServer.start(photos)) {
            var device = new DeviceRunner(folder.resolve("state"), server.url(), StandInServer.KEY);
            succeeds(device.run("add", "--root", root.toString()));
            succeeds(device.run("scan"));
            Files.delete(root.resolve("DCIM/wall.jpg"));
            var revoked = new DeviceRunner(folder.resolve("state"), server.url(), "revoked");
            var said = revoked.run("scan");
            assertThat(said.code()).isEqualTo(ExitCode.CANNOT);
            assertThat(said.err()).contains("UNAUTHENTICATED");
            server.faults().always("POST /api/search/metadata", Fault.HALF_ANSWER);
            assertThat(device.run("scan").code()).isEqualTo(ExitCode.CANNOT);
            server.faults().clear();
            assertThat(succeeds(device.run("scan"))).contains("1 files are gone", "3 files (0 matched, 0 hashed");
        }
    }

    @Test
    void aServerThatWasReplacedOrADeviceUnderTwoNamesIsRefused() {
        var photos = new FakePhotoServer();
        try (StandInServer server = StandInServer.start(photos)) {
            var device = new DeviceRunner(folder.resolve("state"), server.url(), StandInServer.KEY);
            succeeds(device.run("add", "--root", root.toString()));
            var second = new DeviceRunner(folder.resolve("other state"), server.url(), StandInServer.KEY);
            assertThat(second.run("add", "--root", root.toString()).err()).contains("is another device");
            assertThat(folder.resolve("other state"))
                    .as("nothing is left of what failed")
                    .isEmptyDirectory();
            assertThat(second.run("scan").err()).contains("NOT_FOUND");
            photos.ownedBy(new RemoteUser(UserId.random(), "Ann", "ann@example.com", false));
            var said = device.run("scan");
            assertThat(said.code()).isEqualTo(ExitCode.CANNOT);
            assertThat(said.err()).contains("set up anew");
        }
    }

    @Test
    void twoDevicesInOneFolderAreToldApartOrWarnedOf() {
        try (StandInServer server = StandInServer.start(new FakePhotoServer())) {
            var device = new DeviceRunner(folder.resolve("state"), server.url(), StandInServer.KEY);
            assertThat(device.run("add", "--no-mark", "--root", root.toString()).err())
                    .isEmpty();
            var second = device.runOn("card", "add", "--no-mark", "--root", root.toString());
            assertThat(second.code()).isEqualTo(ExitCode.DONE);
            assertThat(second.err()).contains("phone is in the same folder", "mark them");
        }
    }

    @Test
    void anAddThatFailsLeavesNothingOnTheDevice() {
        try (StandInServer server = StandInServer.start(new FakePhotoServer())) {
            var device = new DeviceRunner(folder.resolve("state"), server.url(), StandInServer.KEY);
            for (List<String> wrong : List.of(
                    List.of("--quarantine", "91"), List.of("--exclude", "[a"), List.of("--max-percent", "101"))) {
                var said = device.run("add", "--root", root.toString(), wrong.getFirst(), wrong.getLast());
                assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.CANNOT);
                assertThat(root.resolve(".heirloom-device")).doesNotExist();
                assertThat(folder.resolve("state")).isEmptyDirectory();
            }
            assertThat(device.run("add", "--root", "nowhere").err()).contains("There is no folder nowhere");
            assertThat(device.run("import", "nowhere").err()).contains("There is no file nowhere");
            succeeds(device.run("add", "--root", root.toString()));
        }
    }

    @Test
    void whatLiesBesideAPhotoGoesWithIt() throws IOException {
        write("DCIM/zone.jpg.xmp", sidecar("said beside zone"));
        write("DCIM/bare.XMP", sidecar("said in capitals"));
        write("Download/saved.xmp", sidecar("said beside saved"));
        try (var heirloom = RunningHeirloom.start(folder.resolve("data"))) {
            var device = new DeviceRunner(folder.resolve("state"), heirloom.url(), heirloom.newKey("all"));
            succeeds(device.run("add", "--root", root.toString()));
            succeeds(device.run("scan"));
            assertThat(succeeds(device.run("upload"))).startsWith("4 uploaded");
            heirloom.awaitIdle();
            var found = heirloom.send("POST", "/search/metadata", "{\"withExif\": true}");
            assertThat(found.path("assets").path("items"))
                    .extracting(asset -> asset.path("originalFileName").stringValue() + ": "
                            + asset.path("exifInfo").path("description").asString(""))
                    .containsExactlyInAnyOrder(
                            "zone.jpg: said beside zone",
                            "wall.jpg: ",
                            "bare.jpg: said in capitals",
                            "saved.png: said beside saved");
        }
    }

    private static byte[] sidecar(String description) {
        return """
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt>
                <rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>
                """.formatted(description).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void anExportIsImportedOnlyWhereTheDeviceAndTheUserAre() throws IOException {
        var photos = new FakePhotoServer();
        try (StandInServer server = StandInServer.start(photos)) {
            var device = new DeviceRunner(folder.resolve("state"), server.url(), StandInServer.KEY);
            succeeds(device.run("add", "--root", root.toString()));
            succeeds(device.run("scan"));
            String export = folder.resolve("phone.export").toString();
            succeeds(device.run("export", export));
            assertThat(device.run("export", export).code()).isEqualTo(ExitCode.CANNOT);
            assertThat(device.run("import", export).err()).contains("already");

            var elsewhere = new DeviceRunner(folder.resolve("elsewhere"), server.url(), StandInServer.KEY);
            String otherRoot = Files.createDirectory(folder.resolve("other")).toString();
            assertThat(elsewhere.run("import", export, "--root", otherRoot).code())
                    .isEqualTo(ExitCode.CANNOT);
            assertThat(folder.resolve("elsewhere")).isEmptyDirectory();
            succeeds(elsewhere.run("import", export));
            assertThat(succeeds(elsewhere.run("scan"))).contains("4 files (0 matched, 0 hashed");
            RemoteUser owner = photos.account().user();
            photos.ownedBy(new RemoteUser(UserId.random(), "Eve", "eve@example.com", false));
            var strange = new DeviceRunner(folder.resolve("strange"), server.url(), StandInServer.KEY);
            assertThat(strange.run("import", export).code()).isEqualTo(ExitCode.CANNOT);
            photos.ownedBy(owner);
            Path damaged = Files.writeString(folder.resolve("damaged"), "nothing");
            assertThat(strange.run("import", damaged.toString()).err()).contains("DATABASE", "is no export");
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        var device = new DeviceRunner(folder.resolve("state"), "http://127.0.0.1:1", "key");
        assertThat(device.run("add").err()).contains("--root");
        assertThat(device.run("scan", "--fast", "--full").code()).isEqualTo(ExitCode.CANNOT);
        assertThat(device.run("scan", "--threads", "17").err()).contains("from 1 to 16");
        assertThat(device.run("verify", "--sample", "0").err()).contains("at least 1");
        assertThat(device.run("forget", "--yes").err()).contains("NOT_FOUND");
        assertThat(device.run("export", "x").err()).contains("NOT_FOUND");
        assertThat(folder.resolve("state")).doesNotExist();
    }

    private static String succeeds(Said said) {
        assertThat(said.code()).as(said.out() + said.err()).isEqualTo(ExitCode.DONE);
        return said.out();
    }
}
