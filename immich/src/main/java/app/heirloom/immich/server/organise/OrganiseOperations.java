package app.heirloom.immich.server.organise;

import static app.heirloom.immich.server.http.Operation.admin;
import static app.heirloom.immich.server.http.Operation.needs;
import static app.heirloom.library.user.Permission.ASSET_COPY;
import static app.heirloom.library.user.Permission.ASSET_READ;
import static app.heirloom.library.user.Permission.ASSET_UPDATE;
import static app.heirloom.library.user.Permission.DUPLICATE_DELETE;
import static app.heirloom.library.user.Permission.DUPLICATE_READ;
import static app.heirloom.library.user.Permission.JOB_CREATE;
import static app.heirloom.library.user.Permission.QUEUE_JOB_DELETE;
import static app.heirloom.library.user.Permission.QUEUE_JOB_READ;
import static app.heirloom.library.user.Permission.QUEUE_READ;
import static app.heirloom.library.user.Permission.QUEUE_UPDATE;
import static app.heirloom.library.user.Permission.STACK_CREATE;
import static app.heirloom.library.user.Permission.STACK_DELETE;
import static app.heirloom.library.user.Permission.STACK_READ;
import static app.heirloom.library.user.Permission.STACK_UPDATE;
import static app.heirloom.library.user.Permission.TAG_ASSET;
import static app.heirloom.library.user.Permission.TAG_CREATE;
import static app.heirloom.library.user.Permission.TAG_DELETE;
import static app.heirloom.library.user.Permission.TAG_READ;
import static app.heirloom.library.user.Permission.TAG_UPDATE;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.http.Operation;
import java.util.List;
import java.util.stream.Stream;

/** Operations that bring order into assets. Some of their paths would match those of single assets, which come later. */
public final class OrganiseOperations {
    private OrganiseOperations() {}

    public static List<Operation> of(Library library) {
        Library.Arranging arranging = library.organising().arranging();
        return Stream.of(
                        tags(new TagRoutes(arranging.tags())),
                        stacks(new StackRoutes(arranging.stacks(), library.shelves(), library.views())),
                        duplicates(
                                new DuplicateRoutes(
                                        arranging.judging().duplicates(),
                                        arranging.judging().resolution()),
                                new ResolutionRoutes(arranging.judging())),
                        assets(new CopyRoute(arranging.copying()), new AssetDocumentRoutes(arranging.documents())),
                        work(new RerunRoutes(library.background()), new QueueRoutes(library.background())))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Operation> tags(TagRoutes tags) {
        return List.of(
                needs(TAG_READ, GET, "/tags", tags::list),
                needs(TAG_CREATE, POST, "/tags", tags::create),
                needs(TAG_CREATE, PUT, "/tags", tags::upsert),
                needs(TAG_ASSET, PUT, "/tags/assets", tags::attachAll),
                needs(TAG_READ, GET, "/tags/{id}", tags::get),
                needs(TAG_UPDATE, PUT, "/tags/{id}", tags::update),
                needs(TAG_UPDATE, PATCH, "/tags/{id}", tags::update),
                needs(TAG_DELETE, DELETE, "/tags/{id}", tags::delete),
                needs(TAG_ASSET, PUT, "/tags/{id}/assets", tags::attach),
                needs(TAG_ASSET, DELETE, "/tags/{id}/assets", tags::detach));
    }

    private static List<Operation> stacks(StackRoutes stacks) {
        return List.of(
                needs(STACK_READ, GET, "/stacks", stacks::list),
                needs(STACK_CREATE, POST, "/stacks", stacks::create),
                needs(STACK_DELETE, DELETE, "/stacks", stacks::deleteMany),
                needs(STACK_READ, GET, "/stacks/{id}", stacks::get),
                needs(STACK_UPDATE, PUT, "/stacks/{id}", stacks::update),
                needs(STACK_UPDATE, PATCH, "/stacks/{id}", stacks::update),
                needs(STACK_DELETE, DELETE, "/stacks/{id}", stacks::delete),
                needs(STACK_UPDATE, DELETE, "/stacks/{id}/assets/{assetId}", stacks::removeAsset));
    }

    private static List<Operation> duplicates(DuplicateRoutes duplicates, ResolutionRoutes resolutions) {
        return List.of(
                needs(DUPLICATE_READ, GET, "/heirloom/duplicates", resolutions::review),
                needs(DUPLICATE_READ, POST, "/heirloom/duplicates/preview", resolutions::preview),
                needs(DUPLICATE_READ, GET, "/heirloom/duplicates/resolutions", resolutions::list),
                needs(DUPLICATE_DELETE, POST, "/heirloom/duplicates/resolutions/{number}/undo", resolutions::undo),
                needs(DUPLICATE_READ, GET, "/duplicates", duplicates::list),
                needs(DUPLICATE_DELETE, DELETE, "/duplicates", duplicates::dismissMany),
                needs(DUPLICATE_DELETE, POST, "/duplicates/resolve", duplicates::resolve),
                needs(DUPLICATE_DELETE, DELETE, "/duplicates/{id}", duplicates::dismiss));
    }

    private static List<Operation> assets(CopyRoute copying, AssetDocumentRoutes documents) {
        return List.of(
                needs(ASSET_COPY, PUT, "/assets/copy", copying::copy),
                needs(ASSET_UPDATE, PUT, "/assets/metadata", documents::saveMany),
                needs(ASSET_UPDATE, DELETE, "/assets/metadata", documents::deleteMany),
                needs(ASSET_READ, GET, "/assets/{id}/metadata", documents::list),
                needs(ASSET_UPDATE, PUT, "/assets/{id}/metadata", documents::save),
                needs(ASSET_READ, GET, "/assets/{id}/metadata/{key}", documents::get),
                needs(ASSET_UPDATE, DELETE, "/assets/{id}/metadata/{key}", documents::delete));
    }

    private static List<Operation> work(RerunRoutes reruns, QueueRoutes queues) {
        return List.of(
                needs(JOB_CREATE, POST, "/assets/jobs", reruns::runForAssets),
                admin(JOB_CREATE, POST, "/jobs", reruns::runByHand),
                admin(QUEUE_READ, GET, "/queues", queues::list),
                admin(QUEUE_READ, GET, "/queues/{name}", queues::get),
                admin(QUEUE_UPDATE, PUT, "/queues/{name}", queues::update),
                admin(QUEUE_JOB_READ, GET, "/queues/{name}/jobs", queues::listJobs),
                admin(QUEUE_JOB_DELETE, DELETE, "/queues/{name}/jobs", queues::empty));
    }
}
