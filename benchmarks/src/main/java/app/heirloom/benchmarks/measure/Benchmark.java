package app.heirloom.benchmarks.measure;

import java.util.List;

/** One question to the program, answered by figures. */
public interface Benchmark {
    /** The word that chooses it on the command line. */
    String name();

    List<Measurement> run() throws Exception;
}
