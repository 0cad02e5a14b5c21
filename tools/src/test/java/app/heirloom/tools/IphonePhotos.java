package app.heirloom.tools;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Exposure;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteOriginal;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.testkit.remote.RemoteSamples;
import java.time.LocalDateTime;

/** Photos of one second on a photo server in memory, as an iPhone stores them. */
public record IphonePhotos(FakePhotoServer photos) {
    public static final Dimensions WHOLE = new Dimensions(4032, 3024);
    public static final Dimensions CUT = new Dimensions(4032, 2268);

    public RemoteAsset add(String fileName, Dimensions dimensions, int size) {
        return add(fileName, "iPhone 15", dimensions, size);
    }

    /** By another camera, unless the model is an iPhone. */
    public RemoteAsset add(String fileName, String model, Dimensions dimensions, int size) {
        var exif = new Exif(
                new Camera(model.startsWith("iPhone") ? "Apple" : "Canon", model, null),
                Exposure.UNKNOWN,
                new Capture(LocalDateTime.parse("2024-05-01T12:00:00"), null, null),
                Location.UNKNOWN,
                Caption.NONE,
                Frame.UNKNOWN);
        RemoteAsset asset =
                RemoteSamples.asset(fileName, photos.account().user().id());
        RemoteOriginal old = asset.original();
        var original = new RemoteOriginal(
                old.fileName(), old.path(), old.type(), old.checksum(), old.sizeInBytes(), dimensions);
        return photos.add(asset.withOriginal(original).withExif(exif), new byte[size]);
    }
}
