package app.heirloom.benchmarks;

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
            new IdentityBenchmark(),
            new GalleryClusterBenchmark(),
            new IndexingBenchmark(),
            new HashBenchmark(),
            new ClusterBenchmark(),
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
