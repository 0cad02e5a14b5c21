package app.heirloom.library.duplicate.merge;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.Visibility;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.edit.AssetEdit;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class MetadataGainTest {
    private static final Capture DATED = new Capture(LocalDateTime.parse("2024-07-01T10:00:00.5"), "Europe/Rome", null);
    private static final KnownMetadata NOTHING =
            new KnownMetadata(false, Visibility.TIMELINE, "", null, null, Capture.UNKNOWN);
    private static final KnownMetadata MUCH =
            new KnownMetadata(true, Visibility.ARCHIVE, "Forum", 4, new Coordinates(41.9, 12.5), DATED);

    @Test
    void saysOnlyWhatDiffers() {
        assertThat(MetadataGain.between(MUCH, MUCH)).isEqualTo(MetadataGain.NONE);
        AssetEdit edit = MetadataGain.between(NOTHING, MUCH);
        assertThat(edit)
                .isEqualTo(new AssetEdit(
                        Visibility.ARCHIVE, true, new MetadataEdits("Forum", 4, new Coordinates(41.9, 12.5), DATED)));
        assertThat(MetadataGain.parts(edit)).hasSize(6);
        assertThat(MetadataGain.missing(edit, NOTHING)).hasSize(6);
    }

    @Test
    void isThereAlthoughTheServerKeepsOffsetsAndNoFractions() {
        var asKept = new Capture(LocalDateTime.parse("2024-07-01T10:00:00"), "UTC+2", null);
        var now = new KnownMetadata(true, Visibility.ARCHIVE, "Forum", 4, new Coordinates(41.90001, 12.5), asKept);
        AssetEdit edit = MetadataGain.between(NOTHING, MUCH);
        assertThat(MetadataGain.missing(edit, now)).isEmpty();
        var wrongZone = new Capture(asKept.local(), "UTC+1", null);
        assertThat(MetadataGain.missing(
                        edit, new KnownMetadata(true, Visibility.ARCHIVE, "Forum", 4, MUCH.coordinates(), wrongZone)))
                .containsExactly("the date");
    }

    @Test
    void takesBackWhatCanBeUnsaid() {
        AssetEdit edit = MetadataGain.between(NOTHING, MUCH);
        assertThat(MetadataGain.takeBack(NOTHING, edit, MUCH))
                .isEqualTo(new AssetEdit(
                        Visibility.TIMELINE, false, new MetadataEdits("", MetadataEdits.CLEARED_RATING, null, null)));
    }

    @Test
    void knowsWhatNoEditCanUnsay() {
        AssetEdit edit = MetadataGain.between(NOTHING, MUCH);
        assertThat(MetadataGain.remainder(NOTHING, edit, MUCH).parts()).containsExactly("the place", "the date");
        assertThat(MetadataGain.remainder(NOTHING, edit, NOTHING).parts()).isEmpty();
        assertThat(MetadataGain.remainder(MUCH, MetadataGain.NONE, MUCH).parts())
                .isEmpty();
    }

    @Test
    void aZoneThatADateGotCannotBeUnsaidEither() {
        var unzoned =
                new KnownMetadata(false, Visibility.TIMELINE, "", null, null, new Capture(DATED.local(), null, null));
        var zoned = new KnownMetadata(false, Visibility.TIMELINE, "", null, null, DATED);
        AssetEdit edit = MetadataGain.between(unzoned, zoned);
        assertThat(MetadataGain.remainder(unzoned, edit, zoned).parts()).containsExactly("the zone");
        assertThat(MetadataGain.takeBack(unzoned, edit, zoned).metadata().capture())
                .isEqualTo(unzoned.capture());
    }

    @Test
    void leavesWhatWasChangedSince() {
        AssetEdit edit = MetadataGain.between(NOTHING, MUCH);
        var now = new KnownMetadata(false, Visibility.LOCKED, "Forum Romanum", 5, null, Capture.UNKNOWN);
        assertThat(MetadataGain.takeBack(NOTHING, edit, now)).isEqualTo(MetadataGain.NONE);
    }
}
