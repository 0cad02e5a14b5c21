package app.heirloom.library.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MediaFormatTest {
    @Test
    void theExtensionAloneDecides() {
        assertThat(MediaFormat.get("IMG.1.JPEG").type()).isEqualTo(AssetType.IMAGE);
        assertThat(MediaFormat.get("clip.MOV").mimeType()).isEqualTo("video/quicktime");
        assertThat(MediaFormat.find("jpg")).isEmpty();
        assertThat(MediaFormat.find("a.jpg.exe")).isEmpty();
        assertThatThrownBy(() -> MediaFormat.get("notes.txt")).hasMessage("Unsupported file type notes.txt");
    }

    @Test
    void listsLowerCaseExtensionsWithTheirDot() {
        for (AssetType type : AssetType.values()) {
            assertThat(MediaFormat.list(type))
                    .isNotEmpty()
                    .allSatisfy(format -> assertThat(format.extension()).matches("\\.[0-9a-z]+"));
        }
    }
}
