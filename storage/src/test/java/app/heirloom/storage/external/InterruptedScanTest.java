package app.heirloom.storage.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.job.Queue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Scans that end before their end. */
class InterruptedScanTest extends ScanTest {

    @Test
    void aScanThatDiedBetweenPortionsIsFinishedByTheNext() throws IOException {
        library.write(350);
        dieAfter(150);
        assertThatThrownBy(library::scan).hasMessageContaining("power cut");
        Map<String, AssetId> before = ids();
        assertThat(before).as("whole portions").hasSize(100);

        library.readThrough(real -> real);
        library.scan();
        assertThat(ids()).hasSize(350).containsAllEntriesOf(before);
        assertThat(library.waiting(Queue.METADATA_EXTRACTION)).isEqualTo(350);
    }

    @Test
    void movesThatWereCutShortLoseNothing() throws IOException {
        for (int i = 0; i < 250; i++) {
            library.write("old/%03d.jpg".formatted(i), "photo " + i);
        }
        library.scan();
        var before = library.assets().values().stream().map(Asset::id).collect(Collectors.toSet());
        Files.move(library.photos.resolve("old"), library.photos.resolve("new"));
        dieAfter(120);
        assertThatThrownBy(library::scan).hasMessageContaining("power cut");
        library.readThrough(real -> real);
        library.scan();
        assertThat(library.assets().values()).extracting(Asset::id).containsExactlyInAnyOrderElementsOf(before);
        assertThat(library.assets().keySet()).allMatch(path -> path.startsWith("new/"));
        assertThat(library.offline()).isZero();
    }

    @Test
    void aServerThatEndsPutsTheScanBackIntoTheQueue() throws IOException {
        library.write(300);
        var read = new AtomicInteger();
        library.readThrough(real -> new FolderGlasses(real) {
            @Override
            public Checksum checksum(Path file) throws IOException {
                if (read.incrementAndGet() == 150) {
                    library.stopScans();
                }
                return super.checksum(file);
            }
        });
        library.scan();
        assertThat(library.assets()).hasSize(100);
        assertThat(library.waiting(Queue.LIBRARY)).isEqualTo(1);
    }

    private void dieAfter(int files) {
        var read = new AtomicInteger();
        library.readThrough(real -> new FolderGlasses(real) {
            @Override
            public Checksum checksum(Path file) throws IOException {
                if (read.incrementAndGet() > files) {
                    throw new IllegalStateException("power cut");
                }
                return super.checksum(file);
            }
        });
    }

    private Map<String, AssetId> ids() {
        return library.assets().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().id()));
    }
}
