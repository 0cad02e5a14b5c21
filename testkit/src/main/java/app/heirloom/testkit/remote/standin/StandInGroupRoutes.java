package app.heirloom.testkit.remote.standin;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.remote.album.RemoteLink;
import app.heirloom.library.remote.duplicate.RemoteStack;
import app.heirloom.library.tag.TagId;
import app.heirloom.library.user.SharedLinkId;
import app.heirloom.testkit.remote.FakePhotoServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What holds several assets: albums, tags, stacks, shared links, groups of duplicates. */
final class StandInGroupRoutes {
    private final FakePhotoServer photos;

    StandInGroupRoutes(FakePhotoServer photos) {
        this.photos = photos;
    }

    void addTo(StandInTable table) {
        addAlbums(table);
        addTags(table);
        addStacks(table);
        addLinks(table);
        addDuplicates(table);
    }

    private void addAlbums(StandInTable table) {
        table.add("GET /api/albums", (request, path) -> {
            String asset = request.query().get("assetId");
            var albums =
                    asset == null ? photos.albums().list() : photos.albums().listOf(AssetId.parse(asset));
            return StandInAnswer.ok(
                    albums.stream().map(StandInJson.of(photos)::album).toList());
        });
        table.add(
                "POST /api/albums",
                (request, path) -> StandInAnswer.json(
                        201,
                        StandInJson.of(photos)
                                .album(photos.albums()
                                        .create(
                                                request.json().path("albumName").stringValue(),
                                                request.json()
                                                        .path("description")
                                                        .asString("")))));
        table.add(
                "PUT /api/albums/" + StandInTable.ID + "/assets",
                (request, path) -> StandInAnswer.outcomes(
                        photos.albums().add(new AlbumId(StandInTable.id(path)), request.assetIds())));
        table.add(
                "DELETE /api/albums/" + StandInTable.ID + "/assets",
                (request, path) -> StandInAnswer.outcomes(
                        photos.albums().remove(new AlbumId(StandInTable.id(path)), request.assetIds())));
    }

    private void addTags(StandInTable table) {
        table.add(
                "GET /api/tags",
                (request, path) -> StandInAnswer.ok(
                        photos.tags().list().stream().map(StandInJson::tag).toList()));
        table.add("PUT /api/tags", (request, path) -> {
            List<String> paths = new ArrayList<>();
            request.json().path("tags").forEach(tag -> paths.add(tag.stringValue()));
            return StandInAnswer.ok(
                    photos.tags().upsert(paths).stream().map(StandInJson::tag).toList());
        });
        table.add(
                "PUT /api/tags/" + StandInTable.ID + "/assets",
                (request, path) -> StandInAnswer.outcomes(
                        photos.tags().attach(new TagId(StandInTable.id(path)), request.assetIds())));
        table.add(
                "DELETE /api/tags/" + StandInTable.ID + "/assets",
                (request, path) -> StandInAnswer.outcomes(
                        photos.tags().detach(new TagId(StandInTable.id(path)), request.assetIds())));
    }

    private void addStacks(StandInTable table) {
        table.add(
                "GET /api/stacks/" + StandInTable.ID,
                (request, path) -> photos.stacks()
                        .find(new StackId(StandInTable.id(path)))
                        .map(stack -> StandInAnswer.ok(stack(stack)))
                        .orElseGet(() -> StandInAnswer.refusal(400, "Not found or no stack.read access")));
        table.add("POST /api/stacks", (request, path) -> {
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

    private void addLinks(StandInTable table) {
        table.add(
                "GET /api/shared-links",
                (request, path) -> StandInAnswer.ok(
                        photos.links().list().stream().map(this::link).toList()));
        table.add(
                "GET /api/shared-links/" + StandInTable.ID,
                (request, path) -> photos.links()
                        .find(new SharedLinkId(StandInTable.id(path)))
                        .map(link -> StandInAnswer.ok(link(link)))
                        .orElseGet(() -> StandInAnswer.refusal(400, "Not found or no sharedLink.read access")));
        table.add("PUT /api/shared-links/" + StandInTable.ID + "/assets", (request, path) -> {
            photos.links()
                    .add(
                            new SharedLinkId(StandInTable.id(path)),
                            request.ids("assetIds").stream().map(AssetId::new).toList());
            return StandInAnswer.ok(List.of());
        });
    }

    private Map<String, Object> link(RemoteLink link) {
        return Map.of(
                "id", link.id().toString(),
                "type", "INDIVIDUAL",
                "assets", link.assets().stream().map(this::brief).toList());
    }

    private void addDuplicates(StandInTable table) {
        table.add("GET /api/duplicates", (request, path) -> {
            List<Map<String, Object>> groups = new ArrayList<>();
            photos.duplicates()
                    .forEach(group -> groups.add(Map.of(
                            "duplicateId", group.id().toString(),
                            "assets",
                                    group.assets().stream()
                                            .map(asset -> StandInJson.of(photos).asset(asset, true))
                                            .toList())));
            return StandInAnswer.ok(groups);
        });
        table.add("DELETE /api/duplicates", (request, path) -> {
            photos.duplicates()
                    .dismiss(request.ids().stream().map(DuplicateGroupId::new).toList());
            return StandInAnswer.nothing();
        });
    }

    private Map<String, @Nullable Object> brief(AssetId id) {
        return StandInJson.of(photos).asset(photos.get(id), false);
    }
}
