package app.heirloom.testkit.remote;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Dimensions;
import app.heirloom.library.asset.DuplicateGroupId;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.asset.StackId;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.remote.RemoteLink;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.RemoteStack;
import app.heirloom.library.remote.WholeRemoteAsset;
import app.heirloom.library.tag.TagId;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.SharedLinkId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a stand-in understands. */
final class StandInRoutes {
    private static final String ID = "([0-9a-f-]{36})";

    private final FakePhotoServer photos;
    private final StandInAssetRoutes assets;
    private final Map<Pattern, BiFunction<StandInRequest, Matcher, StandInAnswer>> table = new LinkedHashMap<>();

    StandInRoutes(FakePhotoServer photos) {
        this.photos = photos;
        this.assets = new StandInAssetRoutes(photos);
        addAccount();
        addAssets();
        addAlbums();
        addTags();
        addStacks();
        addLinks();
        addPeople();
        addDuplicates();
    }

    StandInAnswer answer(StandInRequest request) {
        for (var route : table.entrySet()) {
            Matcher matcher = route.getKey().matcher(request.name());
            if (matcher.matches()) {
                try {
                    return route.getValue().apply(request, matcher);
                } catch (HeirloomException e) {
                    return refusal(e);
                }
            }
        }
        return StandInAnswer.refusal(404, "Cannot " + request.name());
    }

    private static StandInAnswer refusal(HeirloomException failure) {
        return switch (failure.code()) {
            case FORBIDDEN -> StandInAnswer.refusal(403, failure.getMessage());
            case NO_ACCESS -> StandInAnswer.refusal(400, "Not found or no access");
            default -> StandInAnswer.refusal(400, failure.getMessage());
        };
    }

    private void add(String request, BiFunction<StandInRequest, Matcher, StandInAnswer> route) {
        table.put(Pattern.compile(request), route);
    }

    private void addAccount() {
        add("GET /api/server/version", (request, path) -> {
            RemoteServer server = photos.account().server();
            return ok(Map.of("major", server.major(), "minor", server.minor(), "patch", server.patch()));
        });
        add(
                "GET /.well-known/immich",
                (request, path) -> ok(
                        photos.account().server().kind() == RemoteServer.Kind.HEIRLOOM
                                ? Map.of("api", Map.of("endpoint", "/api"), "server", "heirloom")
                                : Map.of("api", Map.of("endpoint", "/api"))));
        add("GET /api/users/me", (request, path) -> {
            var user = photos.account().user();
            return ok(Map.of(
                    "id", user.id().toString(), "name", user.name(), "email", user.email(), "isAdmin", user.admin()));
        });
        add(
                "GET /api/api-keys/me",
                (request, path) -> ok(Map.of(
                        "permissions",
                        photos.account().permissions().orElseThrow().stream()
                                .map(Permission::dottedName)
                                .toList())));
    }

    private void addAssets() {
        add("POST /api/search/metadata", (request, path) -> assets.search(request.json()));
        add("GET /api/assets/statistics", (request, path) -> {
            var counts = photos.assets().count();
            return ok(Map.of("images", counts.images(), "videos", counts.videos(), "total", counts.total()));
        });
        add("GET /api/assets/" + ID, (request, path) -> get(asset(path)));
        add("PUT /api/assets/" + ID, (request, path) -> assets.edit(asset(path), request.json()));
        add(
                "POST /api/heirloom/assets/" + ID + "/withdrawal",
                (request, path) -> assets.withdraw(asset(path), request.json()));
        add("GET /api/assets/" + ID + "/original", (request, path) -> StandInAnswer.bytes(photos.bytesOf(asset(path))));
        add(
                "GET /api/assets/" + ID + "/thumbnail",
                (request, path) -> StandInAnswer.bytes(photos.bytesOf(asset(path))));
        add("POST /api/assets", (request, path) -> assets.upload(request));
        add("POST /api/assets/bulk-upload-check", (request, path) -> check(request.json()));
        add("DELETE /api/assets", (request, path) -> {
            List<AssetId> ids = assetIds(request);
            if (request.json().path("force").asBoolean(false)) {
                photos.trash().remove(ids);
            } else {
                photos.trash().put(ids);
            }
            return StandInAnswer.nothing();
        });
        add("POST /api/trash/restore/assets", (request, path) -> {
            photos.trash().restore(assetIds(request));
            return ok(Map.of("count", request.ids().size()));
        });
    }

    private StandInAnswer get(AssetId id) {
        WholeRemoteAsset whole = photos.assets().get(id);
        var json = assets.json().asset(whole.asset(), true);
        json.put("tags", whole.tags().stream().map(StandInJson::tag).toList());
        StackId stack = whole.asset().state().grouping().stack();
        json.put("stack", stack == null ? null : Map.of("id", stack.toString()));
        json.put("people", whole.people().stream().map(StandInJson::person).toList());
        return ok(json);
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
        return ok(Map.of("results", results));
    }

    private void addAlbums() {
        add("GET /api/albums", (request, path) -> {
            String asset = request.query().get("assetId");
            var albums =
                    asset == null ? photos.albums().list() : photos.albums().listOf(AssetId.parse(asset));
            return ok(albums.stream().map(assets.json()::album).toList());
        });
        add(
                "POST /api/albums",
                (request, path) -> StandInAnswer.json(
                        201,
                        assets.json()
                                .album(photos.albums()
                                        .create(
                                                request.json().path("albumName").stringValue(),
                                                request.json()
                                                        .path("description")
                                                        .asString("")))));
        add(
                "PUT /api/albums/" + ID + "/assets",
                (request, path) -> outcomes(photos.albums().add(new AlbumId(id(path)), assetIds(request))));
        add(
                "DELETE /api/albums/" + ID + "/assets",
                (request, path) -> outcomes(photos.albums().remove(new AlbumId(id(path)), assetIds(request))));
    }

    private void addTags() {
        add(
                "GET /api/tags",
                (request, path) ->
                        ok(photos.tags().list().stream().map(StandInJson::tag).toList()));
        add("PUT /api/tags", (request, path) -> {
            List<String> paths = new ArrayList<>();
            request.json().path("tags").forEach(tag -> paths.add(tag.stringValue()));
            return ok(photos.tags().upsert(paths).stream().map(StandInJson::tag).toList());
        });
        add(
                "PUT /api/tags/" + ID + "/assets",
                (request, path) -> outcomes(photos.tags().attach(new TagId(id(path)), assetIds(request))));
        add(
                "DELETE /api/tags/" + ID + "/assets",
                (request, path) -> outcomes(photos.tags().detach(new TagId(id(path)), assetIds(request))));
    }

    private void addStacks() {
        add(
                "GET /api/stacks/" + ID,
                (request, path) -> photos.stacks()
                        .find(new StackId(id(path)))
                        .map(stack -> ok(stack(stack)))
                        .orElseGet(() -> StandInAnswer.refusal(400, "Not found or no stack.read access")));
        add("POST /api/stacks", (request, path) -> {
            List<AssetId> ids =
                    request.ids("assetIds").stream().map(AssetId::new).toList();
            return StandInAnswer.json(201, stack(photos.stacks().create(ids)));
        });
    }

    /** The primary asset stands last, since servers promise no order. */
    private Map<String, Object> stack(RemoteStack stack) {
        return Map.of(
                "id", stack.id().toString(),
                "primaryAssetId", stack.assets().getFirst().toString(),
                "assets", stack.assets().reversed().stream().map(this::brief).toList());
    }

    private void addLinks() {
        add(
                "GET /api/shared-links",
                (request, path) ->
                        ok(photos.links().list().stream().map(this::link).toList()));
        add(
                "GET /api/shared-links/" + ID,
                (request, path) -> photos.links()
                        .find(new SharedLinkId(id(path)))
                        .map(link -> ok(link(link)))
                        .orElseGet(() -> StandInAnswer.refusal(400, "Not found or no sharedLink.read access")));
        add("PUT /api/shared-links/" + ID + "/assets", (request, path) -> {
            photos.links()
                    .add(
                            new SharedLinkId(id(path)),
                            request.ids("assetIds").stream().map(AssetId::new).toList());
            return ok(List.of());
        });
    }

    private Map<String, Object> link(RemoteLink link) {
        return Map.of(
                "id", link.id().toString(),
                "type", "INDIVIDUAL",
                "assets", link.assets().stream().map(this::brief).toList());
    }

    private Map<String, @Nullable Object> brief(AssetId id) {
        return assets.json().asset(photos.get(id), false);
    }

    private void addPeople() {
        add(
                "GET /api/people",
                (request, path) -> ok(Map.of(
                        "people",
                        photos.people().list().stream().map(StandInJson::person).toList(),
                        "hasNextPage",
                        false)));
        add(
                "POST /api/people",
                (request, path) -> StandInAnswer.json(
                        201,
                        StandInJson.person(photos.people()
                                .create(request.json().path("name").asString("")))));
        add("PUT /api/people/" + ID, (request, path) -> {
            photos.people()
                    .rename(new PersonId(id(path)), request.json().path("name").stringValue());
            return ok(Map.of());
        });
        add(
                "GET /api/people/" + ID + "/statistics",
                (request, path) -> ok(Map.of("assets", photos.people().countAssets(new PersonId(id(path))))));
        add(
                "POST /api/people/" + ID + "/merge",
                (request, path) -> outcomes(photos.people()
                        .merge(
                                new PersonId(id(path)),
                                request.ids().stream().map(PersonId::new).toList())));
        add("DELETE /api/people", (request, path) -> {
            photos.people().remove(request.ids().stream().map(PersonId::new).toList());
            return StandInAnswer.nothing();
        });
        add("GET /api/faces", (request, path) -> {
            var asset = AssetId.parse(request.query().getOrDefault("id", ""));
            return ok(photos.people().listFaces(asset).stream()
                    .map(StandInJson::face)
                    .toList());
        });
        add("POST /api/faces", (request, path) -> {
            photos.people()
                    .draw(
                            AssetId.parse(request.json().path("assetId").stringValue()),
                            PersonId.parse(request.json().path("personId").stringValue()),
                            box(request.json()));
            return StandInAnswer.json(201, Map.of());
        });
        add("PUT /api/faces/" + ID, (request, path) -> {
            var face = FaceId.parse(request.json().path("id").stringValue());
            photos.people().assign(face, new PersonId(id(path)));
            return ok(Map.of());
        });
        add("DELETE /api/faces/" + ID, (request, path) -> {
            photos.people().removeFace(new FaceId(id(path)));
            return StandInAnswer.nothing();
        });
    }

    private static FaceBox box(JsonNode json) {
        int left = json.path("x").intValue();
        int top = json.path("y").intValue();
        return new FaceBox(
                new Dimensions(
                        json.path("imageWidth").intValue(),
                        json.path("imageHeight").intValue()),
                left,
                top,
                left + json.path("width").intValue(),
                top + json.path("height").intValue());
    }

    private void addDuplicates() {
        add("GET /api/duplicates", (request, path) -> {
            List<Map<String, Object>> groups = new ArrayList<>();
            photos.duplicates()
                    .forEach(group -> groups.add(Map.of(
                            "duplicateId", group.id().toString(),
                            "assets",
                                    group.assets().stream()
                                            .map(asset -> assets.json().asset(asset, true))
                                            .toList())));
            return ok(groups);
        });
        add("DELETE /api/duplicates", (request, path) -> {
            photos.duplicates()
                    .dismiss(request.ids().stream().map(DuplicateGroupId::new).toList());
            return StandInAnswer.nothing();
        });
    }

    private static StandInAnswer outcomes(List<Outcome> outcomes) {
        return ok(outcomes.stream().map(StandInJson::outcome).toList());
    }

    private static StandInAnswer ok(Object json) {
        return StandInAnswer.json(200, json);
    }

    private static UUID id(Matcher path) {
        return UUID.fromString(path.group(1));
    }

    private static AssetId asset(Matcher path) {
        return new AssetId(id(path));
    }

    private static List<AssetId> assetIds(StandInRequest request) {
        return request.ids().stream().map(AssetId::new).toList();
    }
}
