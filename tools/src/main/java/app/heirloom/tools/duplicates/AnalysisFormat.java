package app.heirloom.tools.duplicates;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.duplicate.merge.MetadataConflict;
import app.heirloom.library.duplicate.merge.MetadataScore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Groups as JSON: the fields of immich-dupes 1.2 under its names, and ours beside them. What is read was perhaps edited by
 * hand, so that anything may be missing: then it fails as an IllegalArgumentException that says what.
 */
final class AnalysisFormat {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AnalysisFormat() {}

    static ObjectNode write(AnalyzedGroup group) {
        ObjectNode json = NODES.objectNode();
        json.put("duplicate_id", group.id().toString());
        json.put("found_by", nameOf(group.grounds()));
        json.set("winner", write(group.keeper()));
        var losers = json.putArray("losers");
        group.losers().forEach(loser -> losers.add(write(loser)));
        var conflicts = json.putArray("conflicts");
        for (MetadataConflict conflict : group.conflicts()) {
            var values =
                    conflicts.addObject().put("type", nameOf(conflict.kind())).putArray("values");
            conflict.values().forEach(values::add);
        }
        json.put("needs_review", group.needsReview());
        return json.put("kept_because", group.reason());
    }

    private static ObjectNode write(AnalyzedAsset asset) {
        AnalyzedAsset.File file = asset.file();
        ObjectNode json = NODES.objectNode();
        json.put("asset_id", asset.id().toString());
        json.put("filename", file.name());
        json.set("score", write(asset.score()));
        json.put("file_size", file.sizeInBytes());
        if (file.dimensions() == null) {
            json.putNull("dimensions");
        } else {
            json.putArray("dimensions")
                    .add(file.dimensions().width())
                    .add(file.dimensions().height());
        }
        json.put("checksum", file.checksum().hex());
        json.put("path", file.path());
        json.put("library_id", file.library() == null ? null : file.library().toString());
        json.put("updated_at", asset.updated().toString());
        json.put("favorite", asset.favorite());
        var albums = json.putArray("albums");
        asset.albums().forEach(albums::add);
        return json;
    }

    private static ObjectNode write(MetadataScore score) {
        return NODES.objectNode()
                .put("gps", score.gps())
                .put("timezone", score.timezone())
                .put("camera_info", score.cameraInfo())
                .put("capture_time", score.captureTime())
                .put("lens_info", score.lensInfo())
                .put("location", score.location())
                .put("total", score.total());
    }

    static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static AnalyzedGroup readGroup(JsonNode json) {
        List<AnalyzedAsset> losers = new ArrayList<>();
        required(json, "losers").forEach(loser -> losers.add(readAsset(loser)));
        if (losers.isEmpty()) {
            throw new IllegalArgumentException("a group without losers");
        }
        List<MetadataConflict> conflicts = new ArrayList<>();
        json.path("conflicts").forEach(conflict -> conflicts.add(readConflict(conflict)));
        return new AnalyzedGroup(
                DuplicateGroupId.parse(text(json, "duplicate_id")),
                readGrounds(json.path("found_by").asString(nameOf(Grounds.SERVER))),
                readAsset(required(json, "winner")),
                losers,
                conflicts,
                json.path("kept_because").asString(""));
    }

    private static Grounds readGrounds(String name) {
        return Stream.of(Grounds.values())
                .filter(grounds -> nameOf(grounds).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found_by is '" + name + "', which nothing here is"));
    }

    private static MetadataConflict readConflict(JsonNode json) {
        List<String> values = new ArrayList<>();
        json.path("values").forEach(value -> values.add(value.asString("")));
        return new MetadataConflict(
                MetadataConflict.Kind.valueOf(text(json, "type").toUpperCase(Locale.ROOT)), values);
    }

    private static AnalyzedAsset readAsset(JsonNode json) {
        List<String> albums = new ArrayList<>();
        json.path("albums").forEach(album -> albums.add(album.asString("")));
        JsonNode size = json.path("file_size");
        JsonNode library = json.path("library_id");
        var file = new AnalyzedAsset.File(
                text(json, "filename"),
                json.path("path").asString(""),
                Checksum.parse(text(json, "checksum")),
                library.isString() ? LibraryId.parse(library.stringValue()) : null,
                size.isIntegralNumber() ? Long.valueOf(size.longValue()) : null,
                dimensions(json.path("dimensions")));
        return new AnalyzedAsset(
                AssetId.parse(text(json, "asset_id")),
                file,
                readScore(required(json, "score")),
                Instant.parse(text(json, "updated_at")),
                json.path("favorite").asBoolean(false),
                albums);
    }

    private static @Nullable Dimensions dimensions(JsonNode json) {
        return json.isArray() && json.size() == 2
                ? new Dimensions(json.get(0).asInt(0), json.get(1).asInt(0))
                : null;
    }

    private static MetadataScore readScore(JsonNode json) {
        return new MetadataScore(
                json.path("gps").asInt(0),
                json.path("timezone").asInt(0),
                json.path("camera_info").asInt(0),
                json.path("capture_time").asInt(0),
                json.path("lens_info").asInt(0),
                json.path("location").asInt(0));
    }

    static String text(JsonNode json, String name) {
        JsonNode text = required(json, name);
        if (!text.isString()) {
            throw new IllegalArgumentException(name + " is no text");
        }
        return text.stringValue();
    }

    private static JsonNode required(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
