package app.heirloom.cli.device;

import app.heirloom.cli.remote.RunningHeirloom;
import app.heirloom.immich.client.ImmichPhotoServer;
import app.heirloom.immich.client.transport.ApiSecret;
import app.heirloom.immich.client.transport.ClientConfig;
import app.heirloom.library.device.Rails;
import app.heirloom.library.device.Rails.Strictness;
import app.heirloom.library.device.ScanRecord;
import app.heirloom.media.Media;
import app.heirloom.media.MediaConfig;
import app.heirloom.storage.device.DeviceStorage;
import app.heirloom.testkit.device.Reconciler;
import app.heirloom.tools.Progress;
import app.heirloom.tools.devices.DeviceRegistration;
import app.heirloom.tools.devices.DeviceScan;
import app.heirloom.tools.devices.DeviceShelves;
import app.heirloom.tools.devices.DeviceUpload;
import app.heirloom.tools.devices.deletion.DeletionPlanning;
import app.heirloom.tools.devices.deletion.DeletionRun;
import app.heirloom.tools.devices.deletion.RunRestoration;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;

/** A folder as a device of a running Heirloom, without rails. */
final class RealDevice implements Reconciler, AutoCloseable {
    private static final int AT_ONCE = 4;

    final ImmichPhotoServer photos;
    final DeviceShelves shelves;
    private final DeviceStorage storage;
    private final Media media = Media.open(MediaConfig.of(DeviceRunner.MEDIA_PROGRAMS));
    private final InstantSource clock = InstantSource.system();

    private RealDevice(ImmichPhotoServer photos, DeviceStorage storage) {
        this.photos = photos;
        this.storage = storage;
        this.shelves = DeviceOptions.shelves(storage);
    }

    static RealDevice add(RunningHeirloom heirloom, Path state, Path root) {
        var photos = ImmichPhotoServer.connect(ClientConfig.of(heirloom.url(), ApiSecret.of(heirloom.newKey("all"))));
        var device = new RealDevice(photos, DeviceStorage.open(state, InstantSource.system()));
        var registration = new DeviceRegistration(device.shelves, photos.account());
        var added = registration.add("phone", root, true);
        registration.change(added, new Rails(Duration.ZERO, 100, 0, Strictness.AUTONOMOUS), added.scope());
        return device;
    }

    ScanRecord look(boolean fast) {
        return scan(new DeviceScan.Settings(fast, AT_ONCE)).scan();
    }

    private DeviceScan.Summary scan(DeviceScan.Settings settings) {
        return new DeviceScan(photos, shelves, media.metadata(), settings, Progress.NONE, clock).run(complaint -> {});
    }

    @Override
    public long scan(boolean fast) {
        return scan(new DeviceScan.Settings(fast, AT_ONCE)).gone();
    }

    @Override
    public Run apply() {
        var plan = new DeletionPlanning(photos, shelves, clock).plan();
        var run = new DeletionRun(photos, shelves, Progress.NONE, clock).run(plan, OptionalLong.empty());
        return new Run(run.run().toString(), run.trashed());
    }

    @Override
    public void restore(String run) {
        var restoration = new RunRestoration(photos, shelves, clock);
        restoration.restore(restoration.find(run));
    }

    @Override
    public void upload() {
        new DeviceUpload(photos, shelves, new DeviceUpload.Settings(false, AT_ONCE), Progress.NONE).run(complaint -> {
            throw new AssertionError(complaint);
        });
    }

    @Override
    public void close() {
        storage.close();
        media.close();
        photos.close();
    }
}
