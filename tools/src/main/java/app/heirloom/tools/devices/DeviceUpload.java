package app.heirloom.tools.devices;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.ContentMatch;
import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.device.Device;
import app.heirloom.library.device.DeviceFile;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.album.RemoteAlbum;
import app.heirloom.library.remote.asset.RemoteUpload;
import app.heirloom.library.remote.asset.RemoteUploaded;
import app.heirloom.library.user.Permission;
import app.heirloom.tools.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends to the server what was never there. May be stopped and repeated at any time. */
public final class DeviceUpload {
    /** As many as one question to the server takes. */
    private static final int PORTION = 1_000;

    private static final List<String> SIDECARS =
            List.of(MediaFormat.SIDECAR_EXTENSION, MediaFormat.SIDECAR_EXTENSION.toUpperCase(Locale.ROOT));
    /** The next file would fare no better. */
    private static final Set<ErrorCode> ENDS_ALL = EnumSet.of(
            ErrorCode.UNAUTHENTICATED, ErrorCode.FORBIDDEN, ErrorCode.REMOTE_UNREACHABLE, ErrorCode.QUOTA_EXCEEDED);

    private final PhotoServer photos;
    private final DeviceShelves shelves;
    private final Settings settings;
    private final Progress progress;

    /**
     * How to upload.
     *
     * @param folderAlbums whether each photo goes into an album named like its folder
     * @param concurrency files sent at once
     */
    public record Settings(boolean folderAlbums, int concurrency) {}

    /**
     * What it came to.
     *
     * @param already there after all
     * @param trashed in the server's trash, where they stay
     */
    public record Summary(long uploaded, long already, long trashed, long failed) {}

    public DeviceUpload(PhotoServer photos, DeviceShelves shelves, Settings settings, Progress progress) {
        this.photos = photos;
        this.shelves = shelves;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Looks whether it could begin.
     *
     * @throws HeirloomException when the key does not allow it, or belongs to another user or server
     */
    public void require() {
        photos.account().require(needed());
        shelves.device().requireBoundTo(photos.account());
    }

    /**
     * Uploads; the listener hears of files that could not be sent.
     *
     * @throws HeirloomException when no further file could be sent either
     */
    public Summary run(Consumer<Complaint> listener) {
        require();
        Device device = shelves.device();
        RootMark.require(device);
        var run = new Run(device.root().folder(), listener);
        progress.during("Uploading", "files", OptionalLong.empty(), () -> {
            try (var crew = new Crew(settings.concurrency())) {
                new Pages(shelves.transactions())
                        .forEach(
                                PORTION,
                                shelves.files()::listNeverThere,
                                DeviceFile::path,
                                page -> run.send(page, crew));
            }
        });
        return new Summary(run.uploaded, run.already, run.trashed, run.failed);
    }

    private Set<Permission> needed() {
        Set<Permission> needed = EnumSet.of(Permission.USER_READ, Permission.ASSET_READ, Permission.ASSET_UPLOAD);
        if (settings.folderAlbums()) {
            needed.addAll(EnumSet.of(Permission.ALBUM_READ, Permission.ALBUM_CREATE, Permission.ALBUM_ASSET_CREATE));
        }
        return needed;
    }

    private final class Run {
        private final FileContent content;
        private final Consumer<Complaint> listener;
        private final Map<String, AlbumId> albums = new HashMap<>();
        private long uploaded;
        private long already;
        private long trashed;
        private long failed;

        Run(Path root, Consumer<Complaint> listener) {
            this.content = new FileContent(root);
            this.listener = listener;
            if (settings.folderAlbums()) {
                photos.albums().list().forEach(album -> albums.putIfAbsent(album.name(), album.id()));
            }
        }

        private record Sent(
                DeviceFile file,
                @Nullable RemoteUploaded uploaded,
                @Nullable String failure) {}

        void send(List<DeviceFile> page, Crew crew) {
            Map<Checksum, ContentMatch> known = photos
                    .originals()
                    .listByChecksum(page.stream()
                            .map(file -> Objects.requireNonNull(file.identity()).checksum())
                            .collect(Collectors.toSet()))
                    .stream()
                    .collect(Collectors.toMap(ContentMatch::checksum, Function.identity(), (one, same) -> one));
            Map<DeviceFile, AssetId> there = new LinkedHashMap<>();
            List<DeviceFile> missing = new ArrayList<>();
            for (DeviceFile file : page) {
                ContentMatch match =
                        known.get(Objects.requireNonNull(file.identity()).checksum());
                if (match == null) {
                    missing.add(file);
                } else if (match.trashed()) {
                    trashed++;
                    note(Map.of(file, match.asset()));
                } else {
                    already++;
                    there.put(file, match.asset());
                }
            }
            crew.map(missing, this::send).forEach(sent -> tell(sent, there));
            if (settings.folderAlbums()) {
                gather(there);
            }
            note(there);
            progress.advance(page.size() - missing.size());
        }

        /** Only now is it done with: what was stopped before is sent again, which changes nothing there. */
        private void note(Map<DeviceFile, AssetId> there) {
            shelves.transactions()
                    .run(() -> there.forEach((file, asset) -> shelves.files().noteAsset(file, asset)));
        }

        private void tell(Sent sent, Map<DeviceFile, AssetId> there) {
            RemoteUploaded answer = sent.uploaded();
            if (answer == null) {
                failed++;
                listener.accept(new Complaint(sent.file().path(), String.valueOf(sent.failure())));
                return;
            }
            there.put(sent.file(), answer.id());
            if (answer.added()) {
                uploaded++;
            } else {
                already++;
            }
        }

        private Sent send(DeviceFile file) {
            Sent sent = trySend(file);
            progress.advance(1);
            return sent;
        }

        private Sent trySend(DeviceFile file) {
            try {
                Optional<DeviceFile> motion =
                        shelves.transactions().read(() -> shelves.files().findMotion(file));
                AssetId video = motion.map(
                                found -> upload(found, Visibility.HIDDEN, null).id())
                        .orElse(null);
                return new Sent(file, upload(file, Visibility.TIMELINE, video), null);
            } catch (HeirloomException e) {
                if (ENDS_ALL.contains(e.code())) {
                    throw e;
                }
                return new Sent(file, null, e.getMessage());
            }
        }

        private RemoteUploaded upload(DeviceFile file, Visibility visibility, @Nullable AssetId video) {
            Path path = content.locate(file);
            DeviceFile.Identity identity = file.identity();
            Instant modified = file.stamp().modified();
            return photos.originals()
                    .upload(new RemoteUpload(
                            new RemoteUpload.Content(
                                    path, sidecar(path), identity == null ? null : identity.checksum()),
                            file.name(),
                            file.traits() == null ? modified : file.traits().captured(),
                            modified,
                            new RemoteUpload.Wish(visibility, false, video)));
        }

        private void gather(Map<DeviceFile, AssetId> there) {
            Map<String, List<AssetId>> byFolder = new LinkedHashMap<>();
            there.forEach((file, asset) -> folderOf(file)
                    .ifPresent(folder -> byFolder.computeIfAbsent(folder, absent -> new ArrayList<>())
                            .add(asset)));
            byFolder.forEach((folder, assets) -> {
                AlbumId album = albums.computeIfAbsent(folder, name -> {
                    RemoteAlbum created = photos.albums().create(name, "");
                    return created.id();
                });
                photos.albums().add(album, assets);
            });
        }
    }

    /** What lies in the root itself has no folder. */
    private static Optional<String> folderOf(DeviceFile file) {
        int slash = file.path().lastIndexOf('/');
        return slash < 0
                ? Optional.empty()
                : Optional.of(DeviceFile.nameOf(file.path().substring(0, slash)));
    }

    /** As {@code IMG.jpg.xmp}, or else as {@code IMG.xmp}, or in capitals, as cards have it. */
    private static @Nullable Path sidecar(Path file) {
        String name = String.valueOf(file.getFileName());
        String stem =
                name.substring(0, name.length() - MediaFormat.extensionOf(name).length());
        for (String beside : List.of(name, stem)) {
            for (String extension : SIDECARS) {
                Path sidecar = file.resolveSibling(beside + extension);
                if (Files.isRegularFile(sidecar)) {
                    return sidecar;
                }
            }
        }
        return null;
    }
}
