package app.heirloom.immich.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.event.ChangeId;
import app.heirloom.library.sync.Deletion;
import app.heirloom.library.sync.Position;
import app.heirloom.library.sync.entity.SyncEntity;
import app.heirloom.library.sync.entity.SyncedTextLine;
import app.heirloom.library.text.TextLine;
import app.heirloom.library.text.TextLine.Corner;
import app.heirloom.library.text.TextLine.Corners;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SyncLinesTest {
    private static final AssetId ASSET = AssetId.random();
    private static final ChangeId CHANGE = ChangeId.earliestAt(Instant.parse("2026-11-21T10:00:00Z"));

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @Test
    void aLineOfTextHasTheNamesOfItsOwnOperation() throws IOException {
        var corners = new Corners(
                new Corner(0.125f, 0.25f),
                new Corner(0.5f, 0.25f),
                new Corner(0.5f, 0.375f),
                new Corner(0.125f, 0.375f));
        JsonNode first = send(SyncEntity.TEXT, text(0, corners));
        JsonNode second = send(SyncEntity.TEXT, text(1, corners));
        assertThat(first.get("type").stringValue()).isEqualTo("AssetOcrV1");
        assertThat(first.get("ack").stringValue()).isEqualTo("AssetOcrV1|" + CHANGE);
        JsonNode line = first.get("data");
        assertThat(line.propertyNames())
                .containsExactlyInAnyOrder(
                        "assetId",
                        "boxScore",
                        "id",
                        "isVisible",
                        "text",
                        "textScore",
                        "x1",
                        "x2",
                        "x3",
                        "x4",
                        "y1",
                        "y2",
                        "y3",
                        "y4");
        assertThat(line.get("assetId").stringValue()).isEqualTo(ASSET.toString());
        assertThat(line.get("text").stringValue()).isEqualTo("EXIT");
        assertThat(line.get("isVisible").booleanValue()).isTrue();
        assertThat(List.of(line.get("x3").doubleValue(), line.get("y3").doubleValue()))
                .containsExactly(0.5, 0.375);
        assertThat(second.get("data").get("id")).isNotEqualTo(line.get("id"));
    }

    @Test
    void whereThereIsNoTextAnyMoreTheAssetIsNamed() throws IOException {
        JsonNode line = send(SyncEntity.TEXT_DELETION, new Deletion(ASSET.value(), null, null));
        assertThat(line.get("type").stringValue()).isEqualTo("AssetOcrDeleteV1");
        JsonNode gone = line.get("data");
        assertThat(gone.get("assetId").stringValue()).isEqualTo(ASSET.toString());
        assertThat(UUID.fromString(gone.get("id").stringValue())).isEqualTo(CHANGE.value());
        assertThat(gone.get("deletedAt").stringValue()).isEqualTo("2026-11-21T10:00:00.000Z");
    }

    private static SyncedTextLine text(int position, Corners corners) {
        return new SyncedTextLine(ASSET, position, new TextLine("EXIT", corners, 0.75f, 0.5f));
    }

    private JsonNode send(SyncEntity entity, Object what) throws IOException {
        sent.reset();
        var lines = new SyncLines(sent);
        lines.send(entity, Position.at(CHANGE), what);
        lines.flush();
        return JsonMapper.shared().readTree(sent.toString(StandardCharsets.UTF_8));
    }
}
