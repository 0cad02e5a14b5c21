package app.heirloom.tools.identities.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private boolean isUp;
    private int probes;
    private final Breaker breaker = new Breaker(() -> {
        probes++;
        if (!isUp) {
            throw ErrorCode.REMOTE_UNREACHABLE.exception("no connection");
        }
    });

    private void fail(int times) {
        IntStream.range(0, times).forEach(i -> breaker.count(ErrorCode.REMOTE_FAILURE.exception("status 500")));
    }

    @Test
    void twelveFailuresInARowEndTheRun() {
        fail(11);
        assertThatThrownBy(() -> fail(1))
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REMOTE_UNREACHABLE))
                .hasMessageContaining("12 times in a row")
                .hasMessageContaining("the same command goes on");
    }

    @Test
    void aServerThatWasGivenUpIsNotProbedAgain() {
        assertThatThrownBy(() -> fail(12)).isInstanceOf(HeirloomException.class);
        int probes = this.probes;
        fail(12);
        assertThat(this.probes).isEqualTo(probes);
    }

    @Test
    void anAnswerBetweenThemBeginsAnew() {
        fail(11);
        breaker.close();
        fail(11);
        assertThatThrownBy(() -> fail(1)).isInstanceOf(HeirloomException.class);
    }

    @Test
    void aServerThatIsThereIsNotGivenUp() {
        isUp = true;
        fail(40);
        isUp = false;
        assertThatThrownBy(() -> fail(12)).hasMessageContaining("times in a row");
    }
}
