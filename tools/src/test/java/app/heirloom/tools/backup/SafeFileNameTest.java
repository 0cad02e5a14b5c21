package app.heirloom.tools.backup;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.AssetId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeFileNameTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "a\\b:c*d?e\"f'g<h>i|j.jpg",
                "!@#$%^&*()[]{}|;'\"<>?.jpg",
                "..",
                ".hidden",
                "",
                "CON",
                "ends with dots...",
                "new\nline\u0000.jpg",
                "emoji \uD83D\uDE00 family \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67.heic",
                "half a pair \uD83D.jpg"
            })
    void everyNameBecomesAFileOfThisFolder(String name) throws IOException {
        String safe = SafeFileName.of(AssetId.random(), name);
        Path file = folder.resolve(safe + GroupBackup.PART);
        Files.writeString(file, "x");
        assertThat(file.normalize().getParent()).isEqualTo(folder);
        assertThat(safe).doesNotContain("/", "\\", "\"", "\n").doesNotEndWith(".");
    }

    @Test
    void namesOf255BytesAreCutBetweenCharactersAndKeepTheirExtension() throws IOException {
        String name = "\uD83D\uDE00".repeat(62) + "abc.jpg";
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSize(255);
        String safe = SafeFileName.of(AssetId.random(), name);
        assertThat((safe + GroupBackup.PART).getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(255);
        assertThat(safe).endsWith("\uD83D\uDE00.jpg");
        Files.writeString(folder.resolve(safe), "x");
    }

    @Test
    void twoAssetsOfOneNameAreTwoFiles() {
        assertThat(SafeFileName.of(AssetId.random(), "a.jpg")).isNotEqualTo(SafeFileName.of(AssetId.random(), "a.jpg"));
    }
}
