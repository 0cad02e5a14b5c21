package app.heirloom.library.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetadataEditsTest {
    private static final Exif EXTRACTED = new Exif(
            Camera.UNKNOWN,
            Exposure.UNKNOWN,
            Capture.UNKNOWN,
            new Location(new Coordinates(1, 2), new Place("Bern", null, "Switzerland")),
            new Caption("from the file", 3, List.of("a")),
            Frame.UNKNOWN);

    @Test
    void withoutEditsTheFileHasTheWord() {
        assertThat(MetadataEdits.NONE.over(EXTRACTED)).isEqualTo(EXTRACTED);
    }

    @Test
    void editsOverruleFieldByField() {
        Exif edited = new MetadataEdits("mine", null, null, null).over(EXTRACTED);
        assertThat(edited.caption()).isEqualTo(new Caption("mine", 3, List.of("a")));
        assertThat(edited.location()).isEqualTo(EXTRACTED.location());
    }

    @Test
    void aPositionSetByHandIsNotCalledByTheNameOfTheOldOne() {
        var edits = new MetadataEdits(null, null, new Coordinates(3, 4), null);
        assertThat(edits.over(EXTRACTED).location()).isEqualTo(Location.of(new Coordinates(3, 4)));
    }

    @Test
    void aClearedRatingStaysCleared() {
        var edits = new MetadataEdits(null, MetadataEdits.CLEARED_RATING, null, null);
        assertThat(edits.over(EXTRACTED).caption().rating()).isNull();
    }

    @Test
    void laterEditsKeepWhatTheyAreSilentAbout() {
        var first = new MetadataEdits("mine", 5, null, null);
        var second = new MetadataEdits(null, 1, new Coordinates(3, 4), null);
        assertThat(second.over(first)).isEqualTo(new MetadataEdits("mine", 1, new Coordinates(3, 4), null));
    }
}
