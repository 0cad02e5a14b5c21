package app.heirloom.benchmarks.tool;

import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.measure.Measurement;
import app.heirloom.benchmarks.measure.ProgramRun;
import app.heirloom.benchmarks.measure.TemporaryFolder;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Exposure;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.metadata.Place;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.RemoteSamples;
import app.heirloom.testkit.remote.standin.StandInServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Judges very many duplicate groups with all their metadata, as a program of its own. */
public final class AnalysisBenchmark implements Benchmark {
    private static final Path LAUNCHER = Path.of("heirloom").toAbsolutePath();
    private static final int GROUPS = 10_000;
    private static final int MEMBERS = 3;
    private static final int ALBUMS = 100;
    private static final LocalDateTime TAKEN = LocalDateTime.parse("2024-05-01T12:00:00");

    @Override
    public String name() {
        return "dupes";
    }

    @Override
    public List<Measurement> run() throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create("analysis");
                StandInServer server = StandInServer.start(filled())) {
            fetch(server); // so that the server is warm
            double alone = fetch(server);
            ProgramRun run = analyze(server, folder.path());
            String what =
                    "analysis of %,d groups of %,d assets with their metadata".formatted(GROUPS, GROUPS * MEMBERS);
            return List.of(
                    Measurement.small(what + ", s", run.seconds(), alone, "the server's answer alone"),
                    Measurement.alone("- CPU, s", run.cpuSeconds()),
                    Measurement.alone("- largest resident memory, MB", run.megabytes()));
        }
    }

    private static FakePhotoServer filled() {
        var photos = new FakePhotoServer();
        List<AlbumId> albums = new ArrayList<>();
        for (int i = 0; i < ALBUMS; i++) {
            albums.add(photos.albums().create("Album " + i, "").id());
        }
        for (int group = 0; group < GROUPS; group++) {
            List<AssetId> members = new ArrayList<>();
            for (int member = 0; member < MEMBERS; member++) {
                var sample = RemoteSamples.asset(
                        "IMG_%05d-%d.jpg".formatted(group, member),
                        photos.account().user().id());
                byte[] content = ByteBuffer.allocate(16 + member).putInt(group).array();
                members.add(photos.add(sample.withExif(exif(group)), content).id());
            }
            photos.group(members);
            photos.albums().add(albums.get(group % ALBUMS), members);
        }
        return photos;
    }

    private static Exif exif(int group) {
        return new Exif(
                new Camera("Apple", "iPhone 15", "iPhone 15 back dual wide camera 5.96mm f/1.6"),
                new Exposure(1.6, "1/120", 5.96, 100),
                new Capture(TAKEN.plusMinutes(group), "Europe/Rome", null),
                new Location(new Coordinates(41.9 + group / 1e5, 12.5), new Place("Rome", "Lazio", "Italy")),
                new Caption("Walk number " + group + " through the Forum", 4, List.of()),
                new Frame(new Dimensions(4032, 3024), 6, null, null, null));
    }

    /** Seconds until all of the groups have come. */
    private static double fetch(StandInServer server) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url() + "/api/duplicates"))
                .header("x-api-key", StandInServer.KEY)
                .build();
        long begin = System.nanoTime();
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(request, BodyHandlers.discarding());
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static ProgramRun analyze(StandInServer server, Path folder) throws IOException, InterruptedException {
        return ProgramRun.of(
                "env",
                "IMMICH_URL=" + server.url(),
                "IMMICH_API_KEY=" + StandInServer.KEY,
                LAUNCHER.toString(),
                "dupes",
                "analyze",
                "-o",
                folder.resolve("analysis.json").toString());
    }
}
