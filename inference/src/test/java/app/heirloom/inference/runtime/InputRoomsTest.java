package app.heirloom.inference.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class InputRoomsTest {
    private final InputRooms rooms = new InputRooms();

    @Test
    void lendsWhatWasGivenBackAgain() {
        FloatBuffer first = rooms.take(6);
        first.put(5, 7f);
        rooms.giveBack(first);
        FloatBuffer again = rooms.take(6);
        assertThat(again.isDirect()).isTrue();
        assertThat(again.get(5)).isEqualTo(7f);
        rooms.giveBack(again);
        assertThat(rooms.take(4).remaining())
                .as("a smaller input fills it, too")
                .isEqualTo(4);
    }

    @Test
    void runsAtOnceHaveRoomsOfTheirOwn() {
        FloatBuffer one = rooms.take(2);
        FloatBuffer other = rooms.take(2);
        one.put(0, 1f);
        other.put(0, 2f);
        assertThat(one.get(0)).isEqualTo(1f);
    }

    @Test
    void aRoomThatIsTooSmallMakesWayForALargerOne() {
        rooms.giveBack(rooms.take(2));
        FloatBuffer larger = rooms.take(5);
        assertThat(larger.remaining()).isEqualTo(5);
        rooms.giveBack(larger);
        assertThat(rooms.take(3).capacity()).isEqualTo(5);
        assertThat(rooms.take(3).capacity()).as("the small one is gone").isEqualTo(3);
    }
}
