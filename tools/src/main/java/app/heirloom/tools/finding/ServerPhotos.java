package app.heirloom.tools.finding;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.album.RemoteAlbum;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteDownload;
import app.heirloom.library.remote.asset.RemoteFilter;
import app.heirloom.library.remote.asset.WholeRemoteAsset;
import app.heirloom.library.user.Permission;
import app.heirloom.tools.Progress;
import app.heirloom.tools.backup.DiskFailure;
import app.heirloom.tools.duplicates.AnalysisHeader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** A user's own assets on a photo server, in timeline and archive, outside of the trash; the newest first. */
public final class ServerPhotos implements PhotoSource {
    private final PhotoServer photos;
    private final OriginalContents contents;
    private final InstantSource clock;

    /** @param contents reads originals of whose bytes the server knows nothing */
    public ServerPhotos(PhotoServer photos, OriginalContents contents, InstantSource clock) {
        this.photos = photos;
        this.contents = contents;
        this.clock = clock;
    }

    @Override
    public AnalysisHeader header(Tier tier, KeeperRules rules) {
        Set<Permission> needed = EnumSet.of(
                Permission.USER_READ, Permission.ASSET_READ, Permission.ALBUM_READ, Permission.ASSET_DOWNLOAD);
        if (tier != Tier.EXACT) {
            needed.add(Permission.ASSET_VIEW);
        }
        photos.account().require(needed);
        return new AnalysisHeader(
                clock.instant(),
                photos.account().server().address().toString(),
                photos.account().user().id(),
                rules.text());
    }

    @Override
    public List<ListedAsset> list(Progress progress) {
        List<ListedAsset> listed = new ArrayList<>();
        List<RemoteAsset> unknown = new ArrayList<>();
        Map<Long, Integer> sizes = new HashMap<>();
        progress.during(
                "Reading photos",
                "photos",
                OptionalLong.empty(),
                () -> photos.assets().forEach(RemoteFilter.ALL, asset -> {
                    if (isWanted(asset)) {
                        sizes.merge(sizeOf(asset), 1, Integer::sum);
                        if (contents.isKnown(asset)) {
                            listed.add(listed(asset));
                        } else {
                            unknown.add(asset.withExif(Exif.UNKNOWN));
                        }
                    }
                    progress.advance(1);
                }));
        if (!unknown.isEmpty()) {
            progress.during(
                    "Reading files of external libraries",
                    "files",
                    OptionalLong.of(unknown.size()),
                    () -> unknown.forEach(asset -> {
                        listed.add(listed(sizes.getOrDefault(sizeOf(asset), 0) > 1 ? known(asset) : asset));
                        progress.advance(1);
                    }));
        }
        return listed;
    }

    private boolean isWanted(RemoteAsset asset) {
        Visibility visibility = asset.state().visibility();
        return asset.owner().equals(photos.account().user().id())
                && !asset.state().trashed()
                && !asset.state().offline()
                && (visibility == Visibility.TIMELINE || visibility == Visibility.ARCHIVE);
    }

    /** With the checksum of its bytes: only what has the size of another can have them too. */
    private RemoteAsset known(RemoteAsset asset) {
        return asset.withOriginal(asset.original().withContent(contents.checksum(asset), sizeOf(asset)));
    }

    private static long sizeOf(RemoteAsset asset) {
        Long size = asset.original().sizeInBytes();
        return size == null ? 0 : size;
    }

    private static ListedAsset listed(RemoteAsset asset) {
        return new ListedAsset(
                asset.id(),
                asset.original().checksum(),
                asset.original().type() == AssetType.IMAGE,
                asset.original().dimensions());
    }

    /** At its preview. */
    @Override
    public <T> Optional<T> look(ListedAsset asset, Function<Path, T> look) {
        Optional<RemoteDownload> preview = photos.previews().find(asset.id());
        if (preview.isEmpty()) {
            return Optional.empty();
        }
        try (RemoteDownload download = preview.get()) {
            Path file = Files.createTempFile("heirloom-preview", ".part");
            try {
                receive(download, file);
                return Optional.of(look.apply(file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw DiskFailure.of("Cannot write a temporary file", e);
        }
    }

    private static void receive(RemoteDownload download, Path file) throws IOException {
        try (OutputStream target = Files.newOutputStream(file)) {
            receive(download, target);
        }
    }

    private static void receive(RemoteDownload download, OutputStream target) {
        try {
            download.copyTo(target);
        } catch (IOException e) {
            throw ErrorCode.REMOTE_UNREACHABLE.exception("The download broke off: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<Member> find(AssetId id) {
        return photos.assets()
                .find(id)
                .map(WholeRemoteAsset::asset)
                .filter(this::isWanted)
                .map(asset -> new Member(
                        asset,
                        photos.albums().listOf(id).stream()
                                .map(RemoteAlbum::name)
                                .toList()));
    }
}
