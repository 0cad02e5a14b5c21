package app.heirloom.library.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"/photos/a.jpg", "/photos/Ünïcode 日本.jpg", "/photos/100% & more;.jpg", "/"})
    void ordinaryPathsStayAsTheyAre(String text) {
        assertThat(PathText.of(Path.of(text))).isEqualTo(text);
        assertThat(PathText.parse(text)).isEqualTo(Path.of(text));
    }

    @Test
    void aNameThatIsNoTextComesBack() {
        Path folder = Path.of("/photos");
        Path latin = Path.of(URI.create("file:///photos/caf%E9.jpg"));
        String name = PathText.ofName(latin);
        assertThat(name).contains("%E9");
        assertThat(PathText.resolve(folder, name)).isEqualTo(latin);
        assertThat(PathText.parse(PathText.of(latin))).isEqualTo(latin);
    }

    @Test
    void anOrdinaryNameIsResolvedInItsFolder() {
        Path file = Path.of("/photos/a.jpg");
        assertThat(PathText.ofName(file)).isEqualTo("a.jpg");
        assertThat(PathText.resolve(Path.of("/photos"), "a.jpg")).isEqualTo(file);
    }

    @Test
    void aFolderHasOneTextWhetherItIsThereOrNot(@TempDir Path folder) throws IOException {
        Path latin = Path.of(URI.create(folder.toUri() + "caf%E9"));
        String gone = PathText.of(latin);
        assertThat(PathText.of(Files.createDirectory(latin))).isEqualTo(gone).endsWith("/caf%E9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/photos", "/photos/summer 1"})
    void whateverLiesBelowBeginsAlike(String text) {
        Path folder = Path.of(text);
        String uri = folder.toUri().toString();
        Path latin = Path.of(URI.create(uri + (uri.endsWith("/") ? "" : "/") + "caf%E9/g"));
        assertThat(PathText.beginnings(folder))
                .hasSize(2)
                .anyMatch(PathText.of(latin)::startsWith)
                .anyMatch(PathText.of(folder.resolve("plain"))::startsWith);
    }
}
