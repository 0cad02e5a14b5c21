package app.heirloom.immich.server.asset;

import app.heirloom.immich.Library;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.FileAnswer;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetFile;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.asset.access.AssetAccess;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bytes of assets: originals, their derivatives, and videos for playback. */
final class MediaRoutes {
    /** Originals that browsers can show by themselves. */
    private static final Set<String> WEB_IMAGES = Set.of(".avif", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".webp");

    private enum Size {
        THUMBNAIL,
        PREVIEW,
        FULLSIZE,
        ORIGINAL;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final AssetAccess access;
    private final Library.Shelves shelves;

    MediaRoutes(AssetAccess access, Library.Shelves shelves) {
        this.access = access;
        this.shelves = shelves;
    }

    Answer original(Context http, Caller caller) {
        Asset asset = access.get(caller, TextFields.assetIdInPath(http), Permission.ASSET_DOWNLOAD);
        return original(caller, asset);
    }

    /** Derivatives that do not exist yet are sent on to the next larger one that does. */
    Answer thumbnail(Context http, Caller caller) {
        var query = TextFields.ofQuery(http);
        Size size = query.findChoice("size", Size.values(), Size::wireName).orElse(Size.THUMBNAIL);
        boolean edited = query.findFlag("edited").orElse(false) || !caller.isUser();
        Asset asset = access.get(caller, TextFields.assetIdInPath(http), Permission.ASSET_VIEW);
        return switch (size) {
            case THUMBNAIL -> derivative(caller, asset, FileKind.THUMBNAIL, size);
            case PREVIEW -> derivative(caller, asset, FileKind.PREVIEW, size);
            case ORIGINAL -> Answer.redirect(withQuery("original", http, null));
            case FULLSIZE -> fullsize(http, caller, asset, edited);
        };
    }

    Answer playback(Context http, Caller caller) {
        Asset asset = access.get(caller, TextFields.assetIdInPath(http), Permission.ASSET_VIEW);
        if (asset.type() != AssetType.VIDEO) {
            throw ErrorCode.NOT_FOUND.exception("The asset is not a video");
        }
        return find(asset, FileKind.ENCODED_VIDEO)
                .map(file -> answer(file, baseName(caller, asset) + ".mp4", "video/mp4"))
                .orElseGet(() -> original(caller, asset));
    }

    private Answer fullsize(Context http, Caller caller, Asset asset, boolean edited) {
        if (WEB_IMAGES.contains(MediaFormat.extensionOf(asset.original().fileName())) && !edited) {
            return Answer.redirect(withQuery("original", http, null));
        }
        return find(asset, FileKind.FULLSIZE)
                .map(file -> derivative(caller, asset, file, Size.FULLSIZE))
                .orElseGet(() -> Answer.redirect(withQuery("thumbnail", http, Size.PREVIEW)));
    }

    private Answer derivative(Caller caller, Asset asset, FileKind kind, Size size) {
        return find(asset, kind)
                .map(file -> derivative(caller, asset, file, size))
                .orElseThrow(() -> ErrorCode.NOT_FOUND.exception("There is no " + size.wireName() + " yet"));
    }

    private Answer derivative(Caller caller, Asset asset, AssetFile file, Size size) {
        String extension = MediaFormat.extensionOf(file.key().path());
        return answer(
                file,
                baseName(caller, asset) + "_" + size.wireName() + extension,
                MediaFormat.get(file.key().path()).mimeType());
    }

    private Answer original(Caller caller, Asset asset) {
        return new FileAnswer(
                shelves.blobs().locate(asset.original().key()),
                MediaFormat.get(asset.original().fileName()).mimeType(),
                baseName(caller, asset)
                        + MediaFormat.extensionOf(asset.original().fileName()));
    }

    private Answer answer(AssetFile file, String name, String mimeType) {
        return new FileAnswer(shelves.blobs().locate(file.key()), mimeType, name);
    }

    private Optional<AssetFile> find(Asset asset, FileKind kind) {
        return shelves.transactions().read(() -> shelves.assets().findFile(asset.id(), kind));
    }

    /** Names are metadata, which some links hide. */
    private static String baseName(Caller caller, Asset asset) {
        if (!caller.seesMetadata()) {
            return asset.id().toString();
        }
        String name = asset.original().fileName();
        return name.substring(0, name.length() - MediaFormat.extensionOf(name).length());
    }

    /** The same query on another path, with another size or none. */
    private static String withQuery(String path, Context http, @Nullable Size size) {
        String rest = Objects.requireNonNullElse(http.queryString(), "")
                .replaceAll("(^|&)size=[^&]*", "")
                .replaceFirst("^&", "");
        String query = size == null ? rest : "size=" + size.wireName() + (rest.isEmpty() ? "" : "&" + rest);
        return query.isEmpty() ? path : path + "?" + query;
    }
}
