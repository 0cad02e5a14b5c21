package app.heirloom.immich.json.sync;

import app.heirloom.immich.json.AsciiText;
import app.heirloom.immich.json.WireNames;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.appearance.ThumbHash;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.asset.grouping.StackId;
import java.time.Duration;
import java.util.Base64;

/** SyncAssetV2: an asset as clients keep it. Written by hand, since a first visit asks for all there are. */
public final class SyncAssetJson {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private SyncAssetJson() {}

    public static void append(Asset asset, AsciiText text) {
        Dimensions dimensions = asset.appearance().dimensions();
        Duration duration = asset.appearance().duration();
        ThumbHash thumbhash = asset.appearance().thumbhash();
        AssetId livePhotoVideo = asset.state().livePhotoVideo();
        LibraryId library = asset.state().grouping().library();
        StackId stack = asset.state().grouping().stack();
        var object = new ObjectText(text)
                .field("id", asset.id().value())
                .field("ownerId", asset.owner().value())
                .field("type", asset.type().name())
                .field("originalFileName", asset.original().fileName())
                .field("checksum", BASE64.encode(asset.original().checksum().bytes()))
                .field("createdAt", asset.times().created())
                .field("fileCreatedAt", asset.times().captured())
                .field("fileModifiedAt", asset.times().fileModified())
                .field("localDateTime", asset.times().local())
                .field("width", dimensions == null ? null : dimensions.width())
                .field("height", dimensions == null ? null : dimensions.height())
                .field("duration", duration == null ? null : duration.toMillis())
                .field("visibility", WireNames.of(asset.state().visibility()))
                .field("isFavorite", asset.state().favorite())
                .field("isEdited", false)
                .fieldOrNull("deletedAt", asset.state().trashed())
                .fieldOrNull("livePhotoVideoId", livePhotoVideo == null ? null : livePhotoVideo.value())
                .fieldOrNull("libraryId", library == null ? null : library.value())
                .fieldOrNull("stackId", stack == null ? null : stack.value());
        if (thumbhash == null) {
            object.nothing("thumbhash");
        } else {
            object.field("thumbhash", BASE64.encode(thumbhash.bytes()));
        }
        object.end();
    }
}
