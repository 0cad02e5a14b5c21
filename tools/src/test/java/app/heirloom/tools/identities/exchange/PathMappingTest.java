package app.heirloom.tools.identities.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathMappingTest {
    @ParameterizedTest
    @CsvSource({
        "/mnt/x=/media/x, /mnt/x/ann/ab/1.jpg, /media/x/ann/ab/1.jpg",
        "/mnt/x/=/media/x/, /mnt/x/a\u0301.jpg, /media/x/a\u0301.jpg",
        "X:\\=/mnt/x, X:\\ann\\1.jpg, /mnt/x/ann/1.jpg",
        "x:/=/mnt/x, X:\\ann\\1.jpg, /mnt/x/ann/1.jpg",
        "\\\\nas\\share=/mnt/x, \\\\NAS\\share\\1.jpg, /mnt/x/1.jpg",
        "/=/mnt/root, /a.jpg, /mnt/root/a.jpg"
    })
    void filesAreFoundUnderTheirOtherName(String mapping, String there, String here) {
        assertThat(PathMapping.parse(mapping).resolve(there)).isEqualTo(Path.of(here));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mnt/y/1.jpg",
                "/mnt/xy/1.jpg",
                "/mnt/x/../y/1.jpg",
                "/mnt/x",
                "1.jpg",
                "/mnt/x/./1",
                "/mnt/x//1",
                "/mnt/x/a\\..\\..\\1.jpg"
            })
    void filesOutsideOfTheFolderAreRefused(String there) {
        assertThatThrownBy(() -> PathMapping.parse("/mnt/x=/media/x").resolve(there))
                .hasMessageContaining("which is not in /mnt/x")
                .hasMessageContaining("--map");
    }

    @Test
    void aMappingIsTwoFolders() {
        for (String text : new String[] {"", "=", "/a", "/a=", "=/a"}) {
            assertThatThrownBy(() -> PathMapping.parse(text)).hasMessageContaining("A mapping is two folders");
        }
    }
}
