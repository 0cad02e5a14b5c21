package app.heirloom.immich.server.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.error.HeirloomException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartReaderTest {
    private static final String BOUNDARY = "xyz";

    @Test
    void readsPartsWhateverTheirContent() throws IOException {
        String almost = "a\r\n--xy\r\n-\r\r\n--xYz--\r\n";
        String body = part("name=\"a\"", almost) + part("name=\"b\"; filename=\"b.jpg\"", "") + "--xyz--";
        assertThat(read(body.getBytes(UTF_8), 1)).containsExactly("a=" + almost, "b=");
        assertThat(read(body.getBytes(UTF_8), 7)).containsExactly("a=" + almost, "b=");
    }

    @Test
    void findsTheDelimiterAmongWhatIsMadeOfItsLetters() throws IOException {
        var random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            String content = random.ints(random.nextInt(40), 0, 6)
                    .mapToObj("\r\n-xyz"::charAt)
                    .map(String::valueOf)
                    .collect(Collectors.joining())
                    .replace("\r\n--xyz", "");
            String body = part("name=\"a\"", content) + part("name=\"b\"", content) + "--xyz--";
            assertThat(read(body.getBytes(UTF_8), 1 + round % 11)).containsExactly("a=" + content, "b=" + content);
        }
    }

    @Test
    void readsMoreThanFitsIntoItsBufferInPiecesOfAnySize() throws IOException {
        byte[] content = new byte[1_000_000];
        new Random(7).nextBytes(content);
        String text = new String(content, ISO_8859_1);
        String body = "ignored preamble\r\n" + part("name=\"file\"; filename=\"f\"", text) + part("name=\"x\"", "1")
                + "--xyz--\r\nignored epilogue";
        for (int piece : new int[] {997, 65_536, 1 << 20, 999_999}) {
            var reader = new MultipartReader(slowly(body.getBytes(ISO_8859_1), piece), BOUNDARY);
            assertThat(contentOf(reader.next().orElseThrow(), piece)).isEqualTo(content);
            assertThat(reader.next().orElseThrow().content().readAllBytes()).containsExactly('1');
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void skipsWhatNobodyReads() throws IOException {
        String body = part("name=\"a\"", "long".repeat(100_000)) + part("name=\"b\"", "2") + "--xyz--\r\n";
        var reader = new MultipartReader(new ByteArrayInputStream(body.getBytes(UTF_8)), BOUNDARY);
        reader.next();
        assertThat(reader.next().orElseThrow().header().name()).isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--xyz",
                "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end",
                "--xyz\r\nContent-Disposition: form-data; name=\"a\"",
                "--xyz\r\nContent-Type: text/plain\r\n\r\nno name\r\n--xyz--",
                "--xyz\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--xyz--",
                "--xyz text\r\n\r\n--xyz--"
            })
    void refusesWhatIsMalformed(String body) {
        assertThatThrownBy(() -> read(body.getBytes(UTF_8), 100))
                .isInstanceOf(HeirloomException.class)
                .hasMessageStartingWith("The multipart body is malformed");
    }

    @Test
    void refusesEndlessHeadersAndEndlessParts() {
        String header = "--xyz\r\n" + "x: y\r\n".repeat(10_000);
        assertThatThrownBy(() -> read(header.getBytes(UTF_8), 8192)).hasMessageContaining("header is too long");
        String parts = part("name=\"a\"", "").repeat(1_000);
        assertThatThrownBy(() -> read(parts.getBytes(UTF_8), 8192)).hasMessageContaining("more than 200 parts");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            filename="plain.jpg"|plain.jpg
            filename="say \\"hi\\".jpg"|say "hi".jpg
            filename="C:\\new\\table.jpg"|C:\\new\\table.jpg
            filename="semi;colon.jpg"|semi;colon.jpg
            filename=token.jpg|token.jpg
            filename*=UTF-8''%C3%A9t%C3%A9+.jpg|été+.jpg
            FileName="写真.jpg"|写真.jpg""")
    void understandsFileNames(String parameter, String name) throws IOException {
        String body = part("name=\"f\"; " + parameter, "") + "--xyz--";
        var reader = new MultipartReader(new ByteArrayInputStream(body.getBytes(UTF_8)), BOUNDARY);
        assertThat(reader.next().orElseThrow().header().fileName()).contains(name);
    }

    @Test
    void knowsTheBoundaryOfAForm() {
        assertThat(MultipartReader.boundaryOf("multipart/form-data; boundary=a'b"))
                .isEqualTo("a'b");
        assertThat(MultipartReader.boundaryOf("multipart/form-data; charset=x; boundary=\"a b\""))
                .isEqualTo("a b");
        assertThatThrownBy(() -> MultipartReader.boundaryOf("application/json")).isInstanceOf(HeirloomException.class);
        assertThatThrownBy(() -> MultipartReader.boundaryOf("multipart/form-data"))
                .isInstanceOf(HeirloomException.class);
    }

    private static String part(String disposition, String content) {
        return "--xyz\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    private static List<String> read(byte[] body, int piece) throws IOException {
        var reader = new MultipartReader(slowly(body, piece), BOUNDARY);
        var parts = new ArrayList<String>();
        for (var part = reader.next(); part.isPresent(); part = reader.next()) {
            parts.add(part.get().header().name() + "=" + new String(contentOf(part.get(), piece), UTF_8));
        }
        return parts;
    }

    /** With even pieces read, with odd ones handed on. */
    private static byte[] contentOf(MultipartReader.Part part, int piece) throws IOException {
        if (piece % 2 == 0) {
            return part.content().readAllBytes();
        }
        var whole = new ByteArrayOutputStream();
        assertThat(part.content().transferTo(whole)).isEqualTo(whole.size());
        return whole.toByteArray();
    }

    /** A stream that never gives more than so many bytes at once. */
    private static InputStream slowly(byte[] bytes, int piece) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, piece));
            }
        };
    }
}
