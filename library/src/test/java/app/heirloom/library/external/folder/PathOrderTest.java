package app.heirloom.library.external.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathOrderTest {

    @Test
    void ordersAsTheBytesDo() {
        List<String> paths =
                List.of("/a", "/a.jpg", "/a/b", "/ab", "/b", "/é", "/\uFF21", "/\uE000", "/😀", "/😀.jpg", "/😀/x", "");
        for (String left : paths) {
            for (String right : paths) {
                int bytes = Arrays.compareUnsigned(
                        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
                assertThat(Integer.signum(PathOrder.INSTANCE.compare(left, right)))
                        .as(left + " and " + right)
                        .isEqualTo(Integer.signum(bytes));
            }
        }
    }
}
