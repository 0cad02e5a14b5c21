package app.heirloom.immich.server.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetState;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.Appearance;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.appearance.ThumbHash;
import app.heirloom.library.asset.grouping.Grouping;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.timeline.Origin;
import app.heirloom.library.timeline.Scene;
import app.heirloom.library.timeline.Taken;
import app.heirloom.library.timeline.TimelineEntry;
import app.heirloom.library.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TimelineColumnsTest {
    private static final UserId OWNER = UserId.random();
    private static final AssetId ID = AssetId.random();
    private static final AssetId MOTION = AssetId.random();

    @Test
    void writesOneArrayPerProperty() {
        var state = AssetState.of(Visibility.ARCHIVE)
                .withFavorite(true)
                .withTrashed(Instant.EPOCH)
                .withLivePhotoVideo(MOTION);
        var appearance =
                new Appearance(new Dimensions(4000, 3000), Duration.ofMillis(1500), ThumbHash.of(new byte[] {1}));
        JsonNode columns =
                columnsOf(entry("2024-05-01T10:00:00.123456Z", "2024-05-01T15:30:00.123456", appearance, state));
        assertThat(columns.toString()).isEqualTo("""
                {"id":["%s"],"ownerId":["%s"],"ratio":[1.333],"isFavorite":[true],"visibility":["archive"],"isTrashed":[true],\
                "isImage":[true],"thumbhash":["AQ=="],"createdAt":["2025-01-02T03:04:05.000Z"],\
                "fileCreatedAt":["2024-05-01T10:00:00.123Z"],"localOffsetHours":[5.5],"duration":[1500],\
                "projectionType":[null],"livePhotoVideoId":["%s"]}""".formatted(ID, OWNER, MOTION));
    }

    @Test
    void whatIsUnknownIsNullAndSquare() {
        var state = AssetState.of(Visibility.TIMELINE);
        JsonNode columns = columnsOf(entry("0999-12-31T23:00:00Z", "0999-12-31T20:00:00", Appearance.UNKNOWN, state));
        assertThat(columns.get("ratio").get(0).intValue()).isEqualTo(1);
        assertThat(columns.get("thumbhash").get(0).isNull()).isTrue();
        assertThat(columns.get("duration").get(0).isNull()).isTrue();
        assertThat(columns.get("livePhotoVideoId").get(0).isNull()).isTrue();
        assertThat(columns.get("localOffsetHours").get(0).intValue()).isEqualTo(-3);
        assertThat(columns.get("fileCreatedAt").get(0).stringValue()).isEqualTo("0999-12-31T23:00:00.000Z");
    }

    @Test
    void stacksAndPlacesAreColumnsOfTheirOwn() {
        StackId stack = StackId.random();
        var state = AssetState.of(Visibility.TIMELINE).withGrouping(new Grouping(null, stack, null));
        var scene = new Scene("EQUIRECTANGULAR", "Gen\"ève\n", null, new Coordinates(46.2, 6.15), 3);
        var columns = new TimelineColumns(
                List.of(entry("2024-05-01T10:00:00Z", "2024-05-01T10:00:00", Appearance.UNKNOWN, state, scene)));
        columns.addStacks();
        columns.addPlaces();
        columns.addCoordinates();
        JsonNode json = JsonMapper.shared().readTree(columns.toJson());
        assertThat(json.get("stack").toString()).isEqualTo("[[\"" + stack + "\",\"3\"]]");
        assertThat(json.get("projectionType").get(0).stringValue()).isEqualTo("EQUIRECTANGULAR");
        assertThat(json.get("city").get(0).stringValue()).isEqualTo("Gen\"ève\n");
        assertThat(json.get("country").get(0).isNull()).isTrue();
        assertThat(json.get("latitude").get(0).doubleValue()).isEqualTo(46.2);
        assertThat(json.get("longitude").get(0).doubleValue()).isEqualTo(6.15);
    }

    private static TimelineEntry entry(String instant, String local, Appearance appearance, AssetState state) {
        return entry(instant, local, appearance, state, Scene.UNKNOWN);
    }

    private static TimelineEntry entry(
            String instant, String local, Appearance appearance, AssetState state, Scene scene) {
        return new TimelineEntry(
                ID,
                new Origin(OWNER, AssetType.IMAGE, Instant.parse("2025-01-02T03:04:05Z")),
                new Taken(Instant.parse(instant), LocalDateTime.parse(local)),
                appearance,
                state,
                scene);
    }

    private static JsonNode columnsOf(TimelineEntry entry) {
        return JsonMapper.shared().readTree(new TimelineColumns(List.of(entry)).toJson());
    }
}
