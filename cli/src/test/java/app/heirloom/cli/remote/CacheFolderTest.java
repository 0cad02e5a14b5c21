package app.heirloom.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
    private static final Path HOME = Path.of("home");

    @Test
    void isWhereEachSystemHasIt() {
        assertThat(CacheFolder.in("Linux", HOME, Map.of())).isEqualTo(Path.of("home", ".cache", "heirloom"));
        assertThat(CacheFolder.in("Linux", HOME, Map.of("XDG_CACHE_HOME", "fast")))
                .isEqualTo(Path.of("fast", "heirloom"));
        assertThat(CacheFolder.in("Mac OS X", HOME, Map.of()))
                .isEqualTo(Path.of("home", "Library", "Caches", "heirloom"));
        assertThat(CacheFolder.in("Windows 11", HOME, Map.of("LOCALAPPDATA", "local")))
                .isEqualTo(Path.of("local", "heirloom", "Cache"));
    }
}
