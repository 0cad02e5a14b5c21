package app.heirloom.library.metadata;

import app.heirloom.library.asset.AssetTimes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When an asset was taken: the exact instant, and the wall clock it is shown at.
 *
 * <p>The rule is Immich's: the file's date at its own zone; without a zone, the wall clock counts as UTC; without a
 * date, the earlier of what the uploader said and the file's modification time.
 */
public record CaptureTime(Instant instant, LocalDateTime local) {

    public static CaptureTime of(Capture capture, AssetTimes known) {
        LocalDateTime local = capture.local();
        if (local != null) {
            return new CaptureTime(local.atZone(zoneOf(capture.zone())).toInstant(), local);
        }
        return undated(known.captured().isBefore(known.fileModified()) ? known.captured() : known.fileModified());
    }

    /** Of what nobody dated, as far as is known. */
    public static CaptureTime undated(Instant instant) {
        return new CaptureTime(instant, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    /** The times of an asset that was taken then. */
    public AssetTimes applyTo(AssetTimes times, Instant updated) {
        return new AssetTimes(instant, local, times.fileModified(), times.created(), updated);
    }

    private static ZoneId zoneOf(@Nullable String zone) {
        ZoneId unknown = ZoneOffset.UTC; // a zone that nobody knows is as good as none
        return zone == null ? unknown : ZoneName.parse(zone).orElse(unknown);
    }
}
