package app.heirloom.tools.finding;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.gallery.PathText;
import app.heirloom.library.metadata.CaptureTime;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.extraction.MetadataReader;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteDownload;
import app.heirloom.library.remote.asset.RemoteOriginal;
import app.heirloom.library.remote.asset.RemoteState;
import app.heirloom.library.user.UserId;
import app.heirloom.tools.Progress;
import app.heirloom.tools.duplicates.AnalysisHeader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/** The photos and videos below a folder, in the order of their paths; their ids follow from these. */
public final class FolderPhotos implements PhotoSource {
    private final Path folder;
    private final MetadataReader metadata;
    private final FolderFiles.Complaints complaints;
    private final InstantSource clock;
    private final UserId owner;
    private final Map<AssetId, FolderFiles.Found> files = new HashMap<>();

    /**
     * Fails as NOT_FOUND when there is no such folder.
     *
     * @param complaints hears what cannot be read, and is left out
     */
    public FolderPhotos(Path folder, MetadataReader metadata, FolderFiles.Complaints complaints, InstantSource clock) {
        if (!Files.isDirectory(folder)) {
            throw ErrorCode.NOT_FOUND.exception("There is no folder " + folder);
        }
        this.folder = folder.toAbsolutePath().normalize();
        this.metadata = metadata;
        this.complaints = complaints;
        this.clock = clock;
        this.owner = new UserId(idOf(this.folder));
    }

    /** Of a user whom no server knows, so that no server is ever told to do what it says. */
    @Override
    public AnalysisHeader header(Tier tier, KeeperRules rules) {
        return new AnalysisHeader(clock.instant(), folder.toUri().toString(), owner, rules.text());
    }

    @Override
    public List<ListedAsset> list(Progress progress) {
        Map<Long, Integer> sizes = new HashMap<>();
        progress.during(
                "Reading folders",
                "files",
                OptionalLong.empty(),
                () -> new FolderFiles(complaints).walk(folder, file -> {
                    files.put(new AssetId(idOf(file.path())), file);
                    sizes.merge(file.sizeInBytes(), 1, Integer::sum);
                    progress.advance(1);
                }));
        List<ListedAsset> listed = new ArrayList<>();
        progress.during(
                "Reading files",
                "files",
                OptionalLong.of(files.size()),
                () -> files.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .forEach(entry -> {
                            boolean mayBeSame =
                                    sizes.getOrDefault(entry.getValue().sizeInBytes(), 0) > 1;
                            listed(entry.getKey(), entry.getValue(), mayBeSame).ifPresent(listed::add);
                            progress.advance(1);
                        }));
        return listed;
    }

    /** Only what has the size of another can have its bytes; of the others, that they did not change is known by more. */
    private Optional<ListedAsset> listed(AssetId id, FolderFiles.Found file, boolean mayBeSame) {
        try {
            Checksum content = mayBeSame ? checksum(file.path()) : stamp(file);
            return Optional.of(new ListedAsset(id, content, typeOf(file.path()) == AssetType.IMAGE, null));
        } catch (IOException e) {
            complaints.unreadable(file.path(), e.toString());
            return Optional.empty();
        }
    }

    private static Checksum checksum(Path file) throws IOException {
        try (var bytes = new RemoteDownload(Files.newInputStream(file), OptionalLong.empty())) {
            return bytes.copyTo(OutputStream.nullOutputStream()).checksum();
        }
    }

    private static Checksum stamp(FolderFiles.Found file) throws IOException {
        String text = PathText.of(file.path()) + "\n" + file.sizeInBytes() + "\n" + file.modified();
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return new RemoteDownload(bytes, OptionalLong.empty())
                .copyTo(OutputStream.nullOutputStream())
                .checksum();
    }

    @Override
    public <T> Optional<T> look(ListedAsset asset, Function<Path, T> look) {
        return Optional.ofNullable(files.get(asset.id())).map(file -> look.apply(file.path()));
    }

    @Override
    public Optional<Member> find(AssetId id) {
        FolderFiles.Found file = files.get(id);
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Member(asset(id, file.path()), List.of()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            complaints.unreadable(file.path(), e.toString());
            return Optional.empty();
        }
    }

    private RemoteAsset asset(AssetId id, Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Exif exif = exif(file);
        Instant modified = attributes.lastModifiedTime().toInstant();
        var unread = new AssetTimes(
                modified, LocalDateTime.ofInstant(modified, ZoneOffset.UTC), modified, modified, modified);
        CaptureTime captured = CaptureTime.of(exif.capture(), unread);
        return new RemoteAsset(
                id,
                owner,
                new RemoteOriginal(
                        PathText.ofName(file),
                        PathText.of(file),
                        typeOf(file),
                        checksum(file),
                        attributes.size(),
                        exif.frame().upright()),
                new AssetTimes(captured.instant(), captured.local(), modified, modified, modified),
                exif,
                new RemoteState(Visibility.TIMELINE, false, false, false, RemoteState.Grouping.NONE));
    }

    /** A file that nobody understands says nothing of itself, but its bytes are known. */
    private Exif exif(Path file) {
        try {
            return metadata.read(file, typeOf(file), null).exif();
        } catch (HeirloomException e) {
            if (e.code() == ErrorCode.UNREADABLE_MEDIA) {
                return Exif.UNKNOWN;
            }
            throw e;
        }
    }

    private static AssetType typeOf(Path file) {
        return MediaFormat.get(String.valueOf(file.getFileName())).type();
    }

    private static UUID idOf(Path path) {
        return UUID.nameUUIDFromBytes(PathText.of(path).getBytes(StandardCharsets.UTF_8));
    }
}
