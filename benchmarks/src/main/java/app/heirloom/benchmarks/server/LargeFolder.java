package app.heirloom.benchmarks.server;

import app.heirloom.benchmarks.measure.ServerUnderTest;
import app.heirloom.benchmarks.measure.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data directory that holds the {@link LargeLibrary}. Filling it takes minutes: where the environment's
 * {@code HEIRLOOM_LARGE_LIBRARY} names a folder, it is filled there once and kept.
 */
record LargeFolder(Path path, @Nullable TemporaryFolder temporary) implements AutoCloseable {

    static LargeFolder open() throws IOException, InterruptedException {
        Optional<Path> kept =
                Optional.ofNullable(System.getenv("HEIRLOOM_LARGE_LIBRARY")).map(Path::of);
        if (kept.isPresent() && Files.exists(kept.get().resolve("heirloom.db"))) {
            return new LargeFolder(kept.get(), null);
        }
        TemporaryFolder temporary = kept.isPresent() ? null : TemporaryFolder.create("large");
        Path path = temporary == null ? kept.orElseThrow() : temporary.path();
        ServerUnderTest.start(path).signUp().close();
        LargeLibrary.fill(path.resolve("heirloom.db"));
        return new LargeFolder(path, temporary);
    }

    @Override
    public void close() throws IOException {
        if (temporary != null) {
            temporary.close();
        }
    }
}
