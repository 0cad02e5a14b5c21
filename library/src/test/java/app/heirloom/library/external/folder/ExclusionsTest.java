package app.heirloom.library.external.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.error.HeirloomException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExclusionsTest {

    @ParameterizedTest
    @CsvSource({
        "**/*.tif, /p/a.TIF",
        "**/RAW/**, /p/raw/a.jpg",
        "/p/private/**, /p/private/deep/a.jpg",
        "/p/*/a.jpg, /p/x/a.jpg",
        "**/IMG_????.jpg, /p/IMG_0001.jpg",
        "'**/{a,b}.jpg', /p/b.jpg",
        "**/[0-9]*.jpg, /p/7up.jpg",
        "**/[!a-m]*.jpg, /p/z.jpg",
        "'**/a+b (1).jpg', /p/a+b (1).jpg"
    })
    void excludes(String pattern, String path) {
        assertThat(isExcluded(pattern, path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "**/*.tif, /p/a.jpg",
        "**/RAW/**, /p/draw/a.jpg",
        "/p/private/**, /p/privately/a.jpg",
        "/p/*/a.jpg, /p/x/y/a.jpg",
        "**/IMG_????.jpg, /p/IMG_00001.jpg",
        "**/[!a-m]*.jpg, /p/b.jpg",
        "**/a.jpg, /p/aXjpg.jpg"
    })
    void spares(String pattern, String path) {
        assertThat(isExcluded(pattern, path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"**/[a", "{a", "**/[z-a]"})
    void refusesWhatIsMalformed(String pattern) {
        assertThatThrownBy(() -> new Exclusions(List.of(pattern))).isInstanceOf(HeirloomException.class);
    }

    @Test
    void aPatternOfFoldersSparesFilesOfThatName() {
        assertThat(new Exclusions(List.of("**/a.jpg/**")).excludesFile("/p/a.jpg", "a.jpg"))
                .isFalse();
    }

    /** As a walk asks: each folder on the way, then the file. */
    private static boolean isExcluded(String pattern, String path) {
        var exclusions = new Exclusions(List.of(pattern));
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            if (exclusions.excludesFolder(folder, folder.substring(folder.lastIndexOf('/') + 1))) {
                return true;
            }
        }
        return exclusions.excludesFile(path, path.substring(path.lastIndexOf('/') + 1));
    }
}
