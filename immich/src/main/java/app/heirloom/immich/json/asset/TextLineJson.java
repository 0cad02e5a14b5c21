package app.heirloom.immich.json.asset;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.text.TextLine;
import app.heirloom.library.text.TextLine.Corners;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A line of text on an asset: its corners clockwise from the upper left, in shares of the picture. */
public record TextLineJson(
        UUID assetId,
        float boxScore,
        UUID id,
        String text,
        float textScore,
        float x1,
        float y1,
        float x2,
        float y2,
        float x3,
        float y3,
        float x4,
        float y4) {

    /** The line at that position on the asset. */
    public static TextLineJson of(AssetId asset, int position, TextLine line) {
        Corners corners = line.corners();
        return new TextLineJson(
                asset.value(),
                line.detectionScore(),
                idOf(asset, position),
                line.text(),
                line.readingScore(),
                corners.upperLeft().x(),
                corners.upperLeft().y(),
                corners.upperRight().x(),
                corners.upperRight().y(),
                corners.lowerRight().x(),
                corners.lowerRight().y(),
                corners.lowerLeft().x(),
                corners.lowerLeft().y());
    }

    /** Made of where the line is, since lines belong to contents. */
    public static UUID idOf(AssetId asset, int position) {
        return UUID.nameUUIDFromBytes((asset + "#" + position).getBytes(StandardCharsets.UTF_8));
    }
}
