package app.heirloom.testkit.remote.standin;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.CaptureTime;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.library.metadata.edit.Withdrawal;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteFilter;
import app.heirloom.library.remote.asset.RemoteUpload;
import app.heirloom.library.remote.asset.RemoteUploaded;
import app.heirloom.library.remote.asset.WholeRemoteAsset;
import app.heirloom.testkit.remote.FakePhotoServer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Assets: looked for, told, edited, uploaded, thrown away. */
final class StandInAssetRoutes {
    private static final int FIRST_WITH_CURSORS = 2;
    private static final String CURSOR = "page-";

    private final FakePhotoServer photos;

    StandInAssetRoutes(FakePhotoServer photos) {
        this.photos = photos;
    }

    void addTo(StandInTable table) {
        table.add("POST /api/search/metadata", (request, path) -> search(request.json()));
        table.add("GET /api/assets/statistics", (request, path) -> {
            var counts = photos.assets().count();
            return StandInAnswer.ok(
                    Map.of("images", counts.images(), "videos", counts.videos(), "total", counts.total()));
        });
        table.add("GET /api/assets/" + StandInTable.ID, (request, path) -> get(StandInTable.asset(path)));
        table.add(
                "PUT /api/assets/" + StandInTable.ID,
                (request, path) -> edit(StandInTable.asset(path), request.json()));
        table.add(
                "POST /api/heirloom/assets/" + StandInTable.ID + "/withdrawal",
                (request, path) -> withdraw(StandInTable.asset(path), request.json()));
        table.add(
                "GET /api/assets/" + StandInTable.ID + "/original",
                (request, path) -> StandInAnswer.bytes(photos.bytesOf(StandInTable.asset(path))));
        table.add(
                "GET /api/assets/" + StandInTable.ID + "/thumbnail",
                (request, path) -> StandInAnswer.bytes(photos.bytesOf(StandInTable.asset(path))));
        table.add("POST /api/assets", (request, path) -> upload(request));
        table.add("POST /api/assets/bulk-upload-check", (request, path) -> check(request.json()));
        table.add("DELETE /api/assets", (request, path) -> {
            List<AssetId> ids = request.assetIds();
            if (request.json().path("force").asBoolean(false)) {
                photos.trash().remove(ids);
            } else {
                photos.trash().put(ids);
            }
            return StandInAnswer.nothing();
        });
        table.add("POST /api/trash/restore/assets", (request, path) -> {
            photos.trash().restore(request.assetIds());
            return StandInAnswer.ok(Map.of("count", request.ids().size()));
        });
    }

    private StandInJson json() {
        return StandInJson.of(photos);
    }

    private StandInAnswer get(AssetId id) {
        WholeRemoteAsset whole = photos.assets().get(id);
        var json = json().asset(whole.asset(), true);
        json.put("tags", whole.tags().stream().map(StandInJson::tag).toList());
        StackId stack = whole.asset().state().grouping().stack();
        json.put("stack", stack == null ? null : Map.of("id", stack.toString()));
        json.put("people", whole.people().stream().map(StandInJson::person).toList());
        return StandInAnswer.ok(json);
    }

    private StandInAnswer check(JsonNode body) {
        List<Map<String, Object>> results = new ArrayList<>();
        for (JsonNode each : body.path("assets")) {
            String id = each.path("id").stringValue();
            var known = photos.originals()
                    .listByChecksum(List.of(Checksum.parse(each.path("checksum").stringValue())));
            results.add(
                    known.isEmpty()
                            ? Map.of("id", id, "action", "accept")
                            : Map.of(
                                    "id",
                                    id,
                                    "action",
                                    "reject",
                                    "reason",
                                    "duplicate",
                                    "assetId",
                                    known.getFirst().asset().toString(),
                                    "isTrashed",
                                    known.getFirst().trashed()));
        }
        return StandInAnswer.ok(Map.of("results", results));
    }

    /** Whose assets are asked for is ignored, as servers do. */
    private StandInAnswer search(JsonNode terms) {
        List<RemoteAsset> found = found(terms);
        int size = terms.path("size").asInt(250);
        int page = page(terms);
        List<RemoteAsset> shown =
                found.stream().skip((long) (page - 1) * size).limit(size).toList();
        boolean hasMore = (long) page * size < found.size();
        Map<String, @Nullable Object> assets = new HashMap<>();
        assets.put(
                "items",
                shown.stream()
                        .map(asset -> json().asset(asset, terms.path("withExif").asBoolean(false)))
                        .toList());
        assets.put("nextPage", hasMore ? Integer.toString(page + 1) : null);
        if (hasCursors()) {
            assets.put("nextCursor", hasMore ? CURSOR + (page + 1) : null);
        }
        return StandInAnswer.json(200, Map.of("assets", assets));
    }

    private boolean hasCursors() {
        var server = photos.account().server();
        return !server.isLegacy() && server.minor() >= FIRST_WITH_CURSORS;
    }

    private static int page(JsonNode terms) {
        JsonNode cursor = terms.path("cursor");
        return cursor.isString()
                ? Integer.parseInt(cursor.stringValue().substring(CURSOR.length()))
                : terms.path("page").asInt(1);
    }

    /** Version 2 shows the timeline alone unless it is told what to show. */
    private List<RemoteAsset> found(JsonNode terms) {
        List<RemoteAsset> found = new ArrayList<>();
        JsonNode albums = terms.path("albumIds");
        if (albums.isArray()) {
            photos.albums().forEachAsset(AlbumId.parse(albums.get(0).stringValue()), found::add);
        } else {
            RemoteFilter all = RemoteFilter.ALL;
            photos.assets().forEach(terms.path("withDeleted").asBoolean(false) ? all.withTrashed() : all, found::add);
        }
        String usual = photos.account().server().isLegacy() ? "timeline" : "";
        String visibility = terms.path("visibility").asString(usual);
        return found.stream()
                .filter(asset -> visibility.isEmpty() || asset.state().visibility() == visibility(visibility))
                .toList();
    }

    private static Visibility visibility(String name) {
        return Visibility.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private StandInAnswer edit(AssetId id, JsonNode json) {
        JsonNode visibility = json.path("visibility");
        JsonNode favorite = json.path("isFavorite");
        JsonNode description = json.path("description");
        var metadata = new MetadataEdits(
                description.isString() ? description.stringValue() : null,
                json.has("rating") ? Integer.valueOf(json.path("rating").asInt(0)) : null,
                json.has("latitude")
                        ? new Coordinates(
                                json.path("latitude").doubleValue(),
                                json.path("longitude").doubleValue())
                        : null,
                json.has("dateTimeOriginal")
                        ? capture(OffsetDateTime.parse(
                                json.path("dateTimeOriginal").stringValue()))
                        : null);
        photos.assets()
                .edit(
                        id,
                        new AssetEdit(
                                visibility.isString() ? visibility(visibility.stringValue()) : null,
                                favorite.isBoolean() ? favorite.booleanValue() : null,
                                metadata));
        return StandInAnswer.json(200, json().asset(photos.get(id), true));
    }

    private StandInAnswer withdraw(AssetId id, JsonNode json) {
        JsonNode taken = json.path("fileCreatedAt");
        var withdrawal = new Withdrawal(
                json.path("place").booleanValue(),
                taken.isString() ? CaptureTime.undated(Instant.parse(taken.stringValue())) : null);
        photos.withdrawal().orElseThrow().withdraw(id, withdrawal);
        return StandInAnswer.nothing();
    }

    private static Capture capture(OffsetDateTime date) {
        ZoneOffset offset = date.getOffset();
        return new Capture(date.toLocalDateTime(), offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset, null);
    }

    /** Version 2 wants to know the device. */
    private StandInAnswer upload(StandInRequest request) {
        String announced = request.headers().checksum();
        if (announced != null) {
            var known = photos.originals().listByChecksum(List.of(Checksum.parse(announced)));
            if (!known.isEmpty()) {
                return uploaded(new RemoteUploaded(known.getFirst().asset(), false));
            }
        }
        var form = StandInForm.read(String.valueOf(request.headers().contentType()), request.body());
        if (photos.account().server().isLegacy() && !(form.has("deviceId") && form.has("deviceAssetId"))) {
            return StandInAnswer.refusal(400, "deviceAssetId should not be empty");
        }
        String livePhotoVideo = form.text("livePhotoVideoId");
        var upload = new RemoteUpload(
                RemoteUpload.Content.of(Path.of("")),
                form.text("filename"),
                Instant.parse(form.text("fileCreatedAt")),
                Instant.parse(form.text("fileModifiedAt")),
                new RemoteUpload.Wish(
                        visibility(form.text("visibility")),
                        Boolean.parseBoolean(form.text("isFavorite")),
                        livePhotoVideo.isEmpty() ? null : AssetId.parse(livePhotoVideo)));
        return uploaded(photos.add(upload, form.bytes("assetData")));
    }

    private static StandInAnswer uploaded(RemoteUploaded uploaded) {
        return StandInAnswer.json(
                uploaded.added() ? 201 : 200,
                Map.of("id", uploaded.id().toString(), "status", uploaded.added() ? "created" : "duplicate"));
    }
}
