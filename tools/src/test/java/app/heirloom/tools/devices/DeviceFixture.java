package app.heirloom.tools.devices;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.device.Device;
import app.heirloom.library.device.Device.Scope;
import app.heirloom.library.device.Rails;
import app.heirloom.library.device.deletion.DeletionPlan;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.MediaMetadata;
import app.heirloom.library.metadata.extraction.MetadataReader;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.RemoteServer.Kind;
import app.heirloom.library.remote.asset.RemoteUpload;
import app.heirloom.storage.device.DeviceStorage;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.tools.Progress;
import app.heirloom.tools.devices.deletion.DeletionPlanning;
import app.heirloom.tools.devices.deletion.DeletionRun;
import app.heirloom.tools.devices.deletion.RunRestoration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder that plays the device, a server in memory, and the state in a real database. Files say that they were taken
 * when they were last modified; {@code id=...} in their content is what joins the halves of a live photo.
 */
final class DeviceFixture implements AutoCloseable {
    static final Instant TAKEN = Instant.parse("2024-05-01T10:00:00Z");
    private static final Pattern CONTENT_IDENTIFIER = Pattern.compile("id=(\\w+)");

    final FakePhotoServer photos = new FakePhotoServer();
    final List<Complaint> complaints = new ArrayList<>();
    final DeviceShelves shelves;
    final Path root;
    Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private final DeviceStorage storage;

    DeviceFixture(Path folder) throws IOException {
        root = Files.createDirectories(folder.resolve("phone")).toRealPath();
        storage = DeviceStorage.open(folder.resolve("state").resolve("phone.db"), () -> now);
        shelves = new DeviceShelves(storage.devices(), storage.files(), storage.listings(), storage.transactions());
    }

    /** The server is of that kind, which answers other questions. */
    DeviceFixture on(Kind kind) {
        RemoteServer server = photos.account().server();
        photos.as(new RemoteServer(server.address(), kind, server.major(), server.minor(), server.patch()));
        return this;
    }

    Device add() {
        return registration().add("phone", root, true);
    }

    DeviceRegistration registration() {
        return new DeviceRegistration(shelves, photos.account());
    }

    void rules(Rails rails) {
        registration().change(shelves.device(), rails, shelves.device().scope());
    }

    void rules(Scope scope) {
        registration().change(shelves.device(), shelves.device().rails(), scope);
    }

    /** Without quarantine and cap. */
    void allowEverything(Rails.Strictness strictness) {
        rules(new Rails(Duration.ZERO, 100, 0, strictness));
    }

    Path write(String path, String content) throws IOException {
        return write(path, content, TAKEN);
    }

    Path write(String path, String content, Instant taken) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(taken));
        return file;
    }

    /** The file of the device, as its user uploaded it. */
    AssetId upload(String path) throws IOException {
        return upload(root.resolve(path), root.resolve(path).getFileName().toString());
    }

    AssetId upload(Path file, String name) throws IOException {
        Instant taken = Files.getLastModifiedTime(file).toInstant();
        return photos.originals()
                .upload(new RemoteUpload(RemoteUpload.Content.of(file), name, taken, taken, RemoteUpload.Wish.PLAIN))
                .id();
    }

    /** An asset that is not on the device. */
    AssetId uploaded(String name, String content) throws IOException {
        Path file = Files.writeString(Files.createTempFile(root.getParent(), "elsewhere", ".tmp"), content);
        Files.setLastModifiedTime(file, FileTime.from(TAKEN));
        return upload(file, name);
    }

    DeviceScan.Summary scan(boolean fast) {
        return scan(photos, fast, Progress.NONE);
    }

    DeviceScan.Summary scan(PhotoServer server, boolean fast, Progress progress) {
        complaints.clear();
        return new DeviceScan(server, shelves, reader(), new DeviceScan.Settings(fast, 2), progress, () -> now)
                .run(complaints::add);
    }

    DeletionPlan plan() {
        return new DeletionPlanning(photos, shelves, () -> now).plan();
    }

    DeletionRun.Summary apply() {
        return apply(photos, OptionalLong.empty());
    }

    DeletionRun.Summary apply(PhotoServer server, OptionalLong approved) {
        return new DeletionRun(server, shelves, Progress.NONE, () -> now).run(plan(), approved);
    }

    RunRestoration restoration() {
        return new RunRestoration(photos, shelves, () -> now);
    }

    boolean isTrashed(AssetId asset) {
        return photos.get(asset).state().trashed();
    }

    private static MetadataReader reader() {
        return (original, type, sidecar) -> {
            try {
                Matcher identifier = CONTENT_IDENTIFIER.matcher(Files.readString(original));
                return new MediaMetadata(Exif.UNKNOWN, identifier.find() ? identifier.group(1) : null, null, List.of());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        };
    }

    static Checksum checksumOf(String content) {
        try {
            return Checksum.of(MessageDigest.getInstance("SHA-1").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        storage.close();
    }
}
