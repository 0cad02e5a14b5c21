package app.heirloom.storage.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.gallery.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentReaderTest {
    private final FileContentReader reader = new FileContentReader();

    @TempDir
    private Path folder;

    /** When nothing is known yet. */
    private Content read(Path file) throws IOException {
        return reader.read(file, hash -> Optional.empty());
    }

    /** The values are of the BLAKE3 paper's test vectors and of FIPS 180. */
    @Test
    void namesContentAsTheStandardsDo() throws IOException {
        Content empty = read(Files.write(folder.resolve("empty"), new byte[0]));
        assertThat(empty.hash()).hasToString("af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262");
        assertThat(empty.checksum()).hasToString("da39a3ee5e6b4b0d3255bfef95601890afd80709");
        Content abc = read(Files.writeString(folder.resolve("abc"), "abc"));
        assertThat(abc.hash()).hasToString("6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85");
        assertThat(abc.checksum()).hasToString("a9993e364706816aba3e25717850c26c9cd0d89d");
    }

    @Test
    void readsWhatIsLargerThanItsBuffer() throws IOException {
        byte[] bytes = new byte[600_000];
        Path file = Files.write(folder.resolve("large"), bytes);
        Content before = read(file);
        bytes[599_999] = 1;
        assertThat(read(Files.write(file, bytes))).isNotEqualTo(before);
    }

    @Test
    void takesWhatIsKnownByItsHash() throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");
        Content known = new Content(read(file).hash(), Checksum.of(new byte[Checksum.LENGTH_IN_BYTES]));
        assertThat(reader.read(
                        file,
                        hash -> Optional.of(known)
                                .filter(content -> content.hash().equals(hash))))
                .isSameAs(known);
    }

    /** Both names of a content are of the same bytes, or what models see would be kept for another picture. */
    @Test
    void namesOfAFileThatChangesMeanwhileAreOfOneContent() throws IOException {
        Path file = Files.writeString(folder.resolve("changing"), "abc");
        Content content = reader.read(file, hash -> {
            write(file, "abd");
            return Optional.empty();
        });
        assertThat(content).isEqualTo(read(file));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void failsForAFileThatHasGone() {
        assertThatThrownBy(() -> read(folder.resolve("gone"))).isInstanceOf(NoSuchFileException.class);
    }
}
