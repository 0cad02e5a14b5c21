package app.heirloom.benchmarks;

import app.heirloom.benchmarks.measure.Benchmark;
import app.heirloom.benchmarks.people.ClusterBenchmark;
import app.heirloom.benchmarks.people.FamilyBenchmark;
import app.heirloom.benchmarks.people.IdentityBenchmark;
import app.heirloom.benchmarks.people.IdentitySetBenchmark;
import app.heirloom.benchmarks.people.NeighborBenchmark;
import app.heirloom.benchmarks.people.PeopleBenchmark;
import app.heirloom.benchmarks.people.RecognitionBenchmark;
import app.heirloom.benchmarks.server.MemoryBenchmark;
import app.heirloom.benchmarks.server.PreviewBenchmark;
import app.heirloom.benchmarks.server.ScanBenchmark;
import app.heirloom.benchmarks.server.SearchBenchmark;
import app.heirloom.benchmarks.server.StartBenchmark;
import app.heirloom.benchmarks.server.SyncBenchmark;
import app.heirloom.benchmarks.server.ThumbnailBenchmark;
import app.heirloom.benchmarks.server.TimelineBenchmark;
import app.heirloom.benchmarks.server.UploadBenchmark;
import app.heirloom.benchmarks.tool.AnalysisBenchmark;
import app.heirloom.benchmarks.tool.DeviceBenchmark;
import app.heirloom.benchmarks.tool.DeviceUploadBenchmark;
import app.heirloom.benchmarks.tool.DupesBenchmark;
import app.heirloom.benchmarks.tool.GalleryBenchmark;
import app.heirloom.benchmarks.tool.GalleryClusterBenchmark;
import app.heirloom.benchmarks.tool.HashBenchmark;
import app.heirloom.benchmarks.tool.IndexingBenchmark;
import java.util.List;
import java.util.Set;

/** Runs the benchmarks named on the command line, or all of them, and prints one table in Markdown. */
final class Benchmarks {
    private static final List<Benchmark> ALL = List.of(
            new StartBenchmark(),
            new MemoryBenchmark(),
            new UploadBenchmark(),
            new PreviewBenchmark(),
            new TimelineBenchmark(),
            new SearchBenchmark(),
            new ThumbnailBenchmark(),
            new ScanBenchmark(),
            new SyncBenchmark(),
            new AnalysisBenchmark(),
            new DupesBenchmark(),
            new GalleryBenchmark(),
            new DeviceBenchmark(),
            new DeviceUploadBenchmark(),
            new IdentityBenchmark(),
            new GalleryClusterBenchmark(),
            new IndexingBenchmark(),
            new HashBenchmark(),
            new ClusterBenchmark(),
            new FamilyBenchmark(),
            new PeopleBenchmark(),
            new NeighborBenchmark(),
            new IdentitySetBenchmark(),
            new RecognitionBenchmark());

    private Benchmarks() {}

    static void main(String[] args) throws Exception {
        Set<String> chosen = Set.of(args);
        IO.println("| what | Heirloom | beside | ratio |");
        IO.println("|-|-:|-:|-:|");
        for (Benchmark benchmark : ALL) {
            if (chosen.isEmpty() || chosen.contains(benchmark.name())) {
                benchmark.run().forEach(measurement -> IO.println(measurement.row()));
            }
        }
    }
}
