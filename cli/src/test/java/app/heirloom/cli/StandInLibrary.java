package app.heirloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.immich.client.ImmichPhotoServer;
import app.heirloom.immich.client.transport.ApiSecret;
import app.heirloom.immich.client.transport.ClientConfig;
import app.heirloom.immich.client.transport.ClientConfig.Patience;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.embedding.PictureReader;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.album.RemoteAlbum;
import app.heirloom.library.remote.album.RemoteLink;
import app.heirloom.library.remote.duplicate.RemoteStack;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.standin.StandInServer;
import app.heirloom.tools.Progress;
import app.heirloom.tools.backup.BackupFolder;
import app.heirloom.tools.duplicates.Analysis;
import app.heirloom.tools.duplicates.AnalysisFile;
import app.heirloom.tools.duplicates.AnalysisWriter;
import app.heirloom.tools.resolution.Execution;
import app.heirloom.tools.resolution.ExecutionSettings;
import app.heirloom.tools.resolution.Restoration;
import app.heirloom.tools.resolution.report.ExecutionSummary;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A library of one group of three behind a stand-in, whose two losers know more than the keeper; one of them is in a stack
 * and a shared link.
 */
final class StandInLibrary implements AutoCloseable {
    private static final PictureReader NO_PICTURES = (file, longestSide) -> {
        throw new AssertionError("nothing was found by its pixels");
    };

    /** One attempt, so that every failure is seen; the silence is that of a server that stalls. */
    private static final Patience NO_PATIENCE = new Patience(Duration.ofSeconds(2), 1, Duration.ofMillis(1));

    final FakePhotoServer photos;
    final StandInServer server;
    final AssetId keeper;
    final List<AssetId> losers;
    private final Path folder;
    private final Set<Checksum> contents = new HashSet<>();

    /** @param parent gets a folder of its own for analysis and backup */
    StandInLibrary(Path parent, int major, int minor) throws IOException {
        folder = Files.createTempDirectory(parent, "library");
        photos = new FakePhotoServer()
                .as(new RemoteServer(URI.create("http://photos.test"), RemoteServer.Kind.IMMICH, major, minor, 0));
        server = StandInServer.start(photos);
        keeper = photos.add("keeper.jpg", bytes(300)).id();
        AssetId one = photos.add("one.jpg", bytes(200)).id();
        losers = List.of(
                one, photos.add("../two \"\uD83D\uDE00\".jpg", bytes(100)).id());
        photos.group(List.of(keeper, one, losers.getLast()));
        losers.forEach(id -> contents.add(photos.checksumOf(id)));
        var capture = new Capture(LocalDateTime.parse("2020-02-03T04:05:06"), "UTC+02:00", null);
        var edits = new MetadataEdits("Forum", 4, new Coordinates(41.9, 12.5), capture);
        photos.assets().edit(one, new AssetEdit(null, true, edits));
        photos.albums().add(photos.albums().create("Rome", "").id(), losers);
        photos.tags()
                .attach(photos.tags().upsert(List.of("trip/rome")).getFirst().id(), losers);
        var bea = photos.people().create("Bea");
        photos.addFace(one, new FaceBox(new Dimensions(40, 30), 1, 2, 9, 12), bea);
        AssetId other = photos.add("other.jpg", bytes(50)).id();
        photos.stacks().create(List.of(one, other));
        photos.share(List.of(one, other));
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) size);
        return bytes;
    }

    AnalysisFile analyze() {
        Path file = folder.resolve("analysis.json");
        var analysis = new Analysis(photos, KeeperRules.DEFAULT, Progress.NONE, InstantSource.system());
        try (AnalysisWriter writer = AnalysisWriter.open(file, analysis.header())) {
            writer.finish(analysis.run(writer::write));
        }
        return AnalysisFile.open(file);
    }

    ExecutionSummary execute(AnalysisFile analysis) {
        try (var remote = connect();
                var backup = BackupFolder.create(backup(), remote.account())) {
            var settings = new ExecutionSettings(true, false, false, 2);
            return new Execution(remote, settings, NO_PICTURES, Progress.NONE, InstantSource.system())
                    .run(analysis, backup, report -> {});
        }
    }

    Restoration.Summary restore() {
        try (var remote = connect();
                var backup = BackupFolder.open(backup())) {
            return new Restoration(remote, false, Progress.NONE).run(backup, (group, notes) -> {});
        }
    }

    private ImmichPhotoServer connect() {
        return ImmichPhotoServer.connect(
                ClientConfig.of(server.url(), ApiSecret.of(StandInServer.KEY)).withPatience(NO_PATIENCE));
    }

    Path backup() {
        return folder.resolve("backup");
    }

    /** All that is said of the losers, whatever their ids are now. */
    List<String> losersAsTold() {
        return contents.stream()
                .sorted(Comparator.comparing(Checksum::toString))
                .map(checksum -> photos.originals().listByChecksum(List.of(checksum)))
                .map(found -> found.isEmpty() ? "gone" : told(found.getFirst().asset()))
                .toList();
    }

    private String told(AssetId id) {
        var whole = photos.assets().get(id);
        var asset = whole.asset();
        var stack = asset.state().grouping().stack();
        long together = stack == null
                ? 0
                : photos.stacks().find(stack).map(RemoteStack::assets).orElse(List.of()).stream()
                        .count();
        return String.join(
                "; ",
                asset.original().fileName(),
                asset.exif().toString(),
                asset.times().captured() + " " + asset.times().fileModified(),
                asset.state().trashed() + " " + asset.state().favorite() + " "
                        + asset.state().visibility(),
                photos.albums().listOf(id).stream().map(RemoteAlbum::name).toList() + "",
                whole.tags() + "",
                photos.people().listFaces(id).stream()
                                .map(face -> face.person() + "" + face.box())
                                .toList()
                        + "",
                "stack of " + together,
                photos.links().list().stream()
                                .map(RemoteLink::assets)
                                .filter(assets -> assets.contains(id))
                                .count()
                        + " links");
    }

    /** Every content is on the server or whole in the backup. */
    void requireNothingLost(String when) throws IOException {
        Set<Checksum> found = new HashSet<>();
        contents.stream()
                .filter(checksum ->
                        !photos.originals().listByChecksum(List.of(checksum)).isEmpty())
                .forEach(found::add);
        try (Stream<Path> files = Files.walk(backup())) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".jpg")).toList()) {
                found.add(checksumOf(file));
            }
        } catch (NoSuchFileException e) {
            // it did not get that far
        }
        assertThat(found).as(when).containsAll(contents);
        assertThat(photos.find(keeper)).as(when).isPresent();
    }

    private static Checksum checksumOf(Path file) throws IOException {
        try {
            return Checksum.of(MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
