package app.heirloom.immich.server.asset;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.asset.AssetCountsJson;
import app.heirloom.immich.json.asset.BulkUploadCheckJson;
import app.heirloom.immich.json.asset.BulkUploadCheckJson.ResultJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetFilter;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.ContentMatch;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.duplicate.Duplicates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Assets, one or many. */
final class AssetRoutes {
    private final Library.Collection collection;
    private final Library.Views views;
    private final Library.Shelves shelves;
    private final Duplicates duplicates;
    private final WholeAsset whole;

    AssetRoutes(Library library) {
        this.collection = library.collection();
        this.views = library.views();
        this.shelves = library.shelves();
        this.duplicates = library.organising().arranging().judging().duplicates();
        this.whole = new WholeAsset(library);
    }

    Answer get(Context http, Caller caller) {
        return whole(caller, TextFields.assetIdInPath(http), Permission.ASSET_READ);
    }

    Answer update(Context http, Caller caller) throws IOException {
        AssetId id = TextFields.assetIdInPath(http);
        var body = JsonFields.ofBody(http);
        AssetEdit edit = AssetUpdate.read(body);
        Optional<AssetId> video = body.findAssetId("livePhotoVideoId");
        shelves.transactions().run(() -> {
            collection.editing().edit(caller, List.of(id), edit);
            if (body.isNull("livePhotoVideoId")) {
                collection.livePhotos().unlink(caller, id);
            }
            video.ifPresent(motion -> collection.livePhotos().link(caller, id, motion));
        });
        return whole(caller, id, Permission.ASSET_UPDATE);
    }

    Answer updateMany(Context http, Caller caller) throws IOException {
        var body = JsonFields.ofBody(http);
        List<AssetId> ids = body.assetIds("ids");
        AssetEdit edit = AssetUpdate.read(body);
        Optional<CaptureShift> shift = CaptureShift.read(body);
        Optional<DuplicateGroupId> group = body.findUuid("duplicateId").map(DuplicateGroupId::new);
        shelves.transactions().run(() -> {
            collection.editing().edit(caller, ids, edit);
            if (body.isNull("duplicateId")) {
                duplicates.ungroup(caller, ids);
            }
            group.ifPresent(same -> duplicates.group(caller, ids, same));
            shift.ifPresent(wanted -> shift(caller, ids, wanted));
        });
        return Answer.NO_CONTENT;
    }

    /** Each asset gets a date of its own, counted from the one it has. */
    private void shift(Caller caller, List<AssetId> ids, CaptureShift shift) {
        for (Asset asset : shelves.assets().list(ids)) {
            Exif exif = views.exifs().find(asset.id()).orElse(Exif.UNKNOWN);
            var dated = new MetadataEdits(null, null, null, shift.of(asset, exif));
            collection.editing().edit(caller, List.of(asset.id()), new AssetEdit(null, null, dated));
        }
    }

    Answer statistics(Context http, Caller caller) {
        AssetFilter filter = AssetFilterQuery.read(http);
        if (filter.visibility() == Visibility.LOCKED) {
            caller.requireElevated();
        }
        return Answer.ok(AssetCountsJson.of(
                shelves.transactions().read(() -> shelves.assets().count(caller.id(), filter))));
    }

    /** Tells for each checksum, in the order given, whether the caller has it already. */
    Answer checkBulkUpload(Context http, Caller caller) throws IOException {
        List<JsonFields> items = JsonFields.ofBody(http).list("assets");
        var checksums = new ArrayList<Checksum>(items.size());
        for (JsonFields item : items) {
            checksums.add(checksum(item, checksums.size()));
        }
        Map<Checksum, ContentMatch> matches = collection.ingest().check(caller, checksums).stream()
                .collect(Collectors.toMap(ContentMatch::checksum, Function.identity()));
        var results = new ArrayList<ResultJson>(items.size());
        for (int i = 0; i < items.size(); i++) {
            results.add(verdict(items.get(i).text("id"), matches.get(checksums.get(i))));
        }
        return Answer.ok(new BulkUploadCheckJson(results));
    }

    private Answer whole(Caller caller, AssetId id, Permission permission) {
        return Answer.ok(whole.of(caller, collection.access().get(caller, id, permission)));
    }

    private static Checksum checksum(JsonFields item, int index) {
        try {
            return Checksum.parse(item.text("checksum"));
        } catch (IllegalArgumentException e) {
            throw InvalidFieldException.format(
                    "Invalid checksum: expected SHA-1 as Base64 or hex", "assets", index, "checksum");
        }
    }

    private static ResultJson verdict(String id, @Nullable ContentMatch match) {
        return match == null ? ResultJson.accept(id) : ResultJson.reject(id, match);
    }
}
