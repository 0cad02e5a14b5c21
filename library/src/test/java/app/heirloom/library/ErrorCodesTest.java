package app.heirloom.library;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The documented codes are exactly those that exist. */
class ErrorCodesTest {
    @Test
    void everyCodeIsDocumented() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "errors.md"));
        var documented = Pattern.compile("^\\| ([A-Z_]+) \\|", Pattern.MULTILINE)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(documented)
                .containsExactlyElementsOf(
                        Arrays.stream(ErrorCode.values()).map(Enum::name).toList());
    }
}
