package app.heirloom.immich.server.asset;

import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.ZoneName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Corrects the dates of many assets by the same amount, as for a camera whose clock was wrong.
 *
 * @param by what to add to each date
 * @param zone where the wall clock hung; empty leaves each asset its own
 */
record CaptureShift(Duration by, Optional<String> zone) {

    /** Empty when the client wants nothing of the kind. */
    static Optional<CaptureShift> read(JsonFields body) {
        Optional<Integer> minutes = body.findInteger("dateTimeRelative");
        Optional<String> zone = body.findText("timeZone");
        if (minutes.isEmpty() && zone.isEmpty()) {
            return Optional.empty();
        }
        if (body.isPresent("dateTimeOriginal")) {
            throw InvalidFieldException.value("Give either a date or a shift", "dateTimeRelative");
        }
        zone.ifPresent(CaptureShift::check);
        return Optional.of(new CaptureShift(Duration.ofMinutes(minutes.orElse(0)), zone));
    }

    Capture of(Asset asset, Exif exif) {
        Capture before = exif.capture();
        String newZone = zone.orElse(before.zone());
        Instant instant = asset.times().captured().plus(by);
        LocalDateTime local = newZone == null
                ? asset.times().local().plus(by)
                : LocalDateTime.ofInstant(instant, ZoneName.parse(newZone).orElse(ZoneOffset.UTC));
        return new Capture(local, newZone, before.modified());
    }

    private static void check(String zone) {
        if (ZoneName.parse(zone).isEmpty()) {
            throw InvalidFieldException.format("Invalid time zone", "timeZone");
        }
    }
}
