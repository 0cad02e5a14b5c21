package app.heirloom.immich.json.asset;

import app.heirloom.immich.json.AsciiText;
import app.heirloom.immich.json.WireNames;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetState;
import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.asset.Original;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.ThumbHash;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.asset.grouping.Grouping;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.search.FoundAsset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An array of {@link AssetJson}, without people. Written by hand, since a page has up to a thousand assets and a mapper
 * takes most of the time that finding them takes.
 */
public final class AssetList {
    private static final int BYTES_PER_ASSET = 1_500;

    private final AsciiText json;

    private AssetList(int assets) {
        json = new AsciiText(256 + assets * BYTES_PER_ASSET);
    }

    /** The JSON of the array. */
    public static byte[] write(List<FoundAsset> found) {
        return new AssetList(found.size()).append(found).json.toBytes();
    }

    /** The JSON of a {@link SearchResultJson} with them. */
    public static byte[] writePage(List<FoundAsset> found, @Nullable String nextPage, @Nullable String nextCursor) {
        var list = new AssetList(found.size());
        String count = Integer.toString(found.size());
        list.json
                .append("{\"albums\":{\"total\":0,\"count\":0,\"items\":[],\"facets\":[]},\"assets\":{\"total\":")
                .append(count)
                .append(",\"count\":")
                .append(count)
                .append(",\"items\":");
        list.append(found).json.append(",\"facets\":[]");
        list.text("nextPage", nextPage);
        list.text("nextCursor", nextCursor);
        return list.json.append("}}").toBytes();
    }

    private AssetList append(List<FoundAsset> found) {
        json.append('[');
        boolean isFirst = true;
        for (FoundAsset each : found) {
            if (!isFirst) {
                json.append(',');
            }
            isFirst = false;
            append(each);
        }
        json.append(']');
        return this;
    }

    private void append(FoundAsset found) {
        Asset asset = found.asset();
        json.append("{\"id\":\"").append(asset.id().value()).append('"');
        id("ownerId", asset.owner().value());
        json.append(",\"type\":\"").append(asset.type().name()).append('"');
        append(asset.times());
        append(asset.original());
        ThumbHash thumbhash = asset.appearance().thumbhash();
        base64("thumbhash", thumbhash == null ? null : thumbhash.bytes());
        var duration = asset.appearance().duration();
        number("duration", duration == null ? null : duration.toMillis());
        var dimensions = asset.appearance().dimensions();
        number("width", dimensions == null ? null : dimensions.width());
        number("height", dimensions == null ? null : dimensions.height());
        append(asset.state());
        json.append(",\"resized\":true,\"people\":[]");
        found.exif().ifPresent(exif -> ExifText.append(asset, exif, json.append(",\"exifInfo\":")));
        json.append('}');
    }

    private void append(AssetTimes times) {
        json.append(",\"createdAt\":\"").appendDate(times.created());
        json.append("\",\"updatedAt\":\"").appendDate(times.updated());
        json.append("\",\"fileCreatedAt\":\"").appendDate(times.captured());
        json.append("\",\"fileModifiedAt\":\"").appendDate(times.fileModified());
        json.append("\",\"localDateTime\":\"").appendDate(times.local()).append('"');
    }

    private void append(Original original) {
        text("originalPath", original.key().path());
        text("originalFileName", original.fileName());
        text("originalMimeType", MediaFormat.get(original.fileName()).mimeType());
        base64("checksum", original.checksum().bytes());
    }

    private void append(AssetState state) {
        json.append(",\"isFavorite\":").append(state.favorite());
        json.append(",\"isArchived\":").append(state.visibility() == Visibility.ARCHIVE);
        json.append(",\"isTrashed\":").append(state.trashed() != null);
        json.append(",\"isOffline\":").append(state.offline());
        json.append(",\"isEdited\":false,\"hasMetadata\":true");
        text("visibility", WireNames.of(state.visibility()));
        Grouping grouping = state.grouping();
        id(
                "libraryId",
                Optional.ofNullable(grouping.library()).map(LibraryId::value).orElse(null));
        id(
                "livePhotoVideoId",
                Optional.ofNullable(state.livePhotoVideo()).map(AssetId::value).orElse(null));
        id(
                "duplicateId",
                Optional.ofNullable(grouping.duplicateGroup())
                        .map(DuplicateGroupId::value)
                        .orElse(null));
    }

    private AsciiText name(String name) {
        return json.append(",\"").append(name).append("\":");
    }

    private void text(String name, @Nullable String text) {
        name(name).appendJson(text);
    }

    private void number(String name, @Nullable Number number) {
        name(name).append(String.valueOf(number));
    }

    private void id(String name, @Nullable UUID id) {
        if (id == null) {
            name(name).append("null");
        } else {
            name(name).append('"').append(id).append('"');
        }
    }

    private void base64(String name, byte @Nullable [] bytes) {
        if (bytes == null) {
            name(name).append("null");
        } else {
            name(name).append('"').appendBase64(bytes).append('"');
        }
    }
}
