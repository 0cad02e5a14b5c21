package app.heirloom.immich.json.sync;

import app.heirloom.immich.json.asset.TextLineJson;
import app.heirloom.library.sync.entity.SyncedTextLine;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** SyncAssetOcrV1: a line of text on an asset, as the asset's own operation gives it. */
public record SyncTextLineJson(@JsonUnwrapped TextLineJson line, boolean isVisible) {
    public static SyncTextLineJson of(SyncedTextLine text) {
        return new SyncTextLineJson(TextLineJson.of(text.asset(), text.position(), text.line()), true);
    }
}
