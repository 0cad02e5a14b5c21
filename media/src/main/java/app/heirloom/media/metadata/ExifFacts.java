package app.heirloom.media.metadata;

import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Exposure;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.Location;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.exif.makernotes.AppleMakernoteDirectory;
import com.drew.metadata.exif.makernotes.CanonMakernoteDirectory;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What the EXIF block of a file says. */
final class ExifFacts {
    private static final int MAX_ISO = 10_000_000;
    /** EXIF's 16 bits mean "more than fits, look elsewhere". */
    private static final int ISO_ELSEWHERE = 65_535;

    private final Metadata metadata;
    private final List<ExifDirectoryBase> directories;

    ExifFacts(Metadata metadata) {
        this.metadata = metadata;
        this.directories = metadata.getDirectoriesOfType(ExifDirectoryBase.class).stream()
                .filter(directory ->
                        !(directory instanceof ExifThumbnailDirectory || directory instanceof GpsDirectory))
                .toList();
    }

    Exif exif() {
        return new Exif(camera(), exposure(), capture(), Location.of(coordinates()), caption(), frame());
    }

    /** Whether it says when it was taken, and in which zone. */
    boolean isDated() {
        Capture taken = taken();
        return taken.local() != null && taken.zone() != null;
    }

    /** When it was taken, and how it is turned, alone. */
    Exif dated() {
        return new Exif(Camera.UNKNOWN, Exposure.UNKNOWN, capture(), Location.UNKNOWN, Caption.NONE, frame());
    }

    /** What an Apple still shares with the video of its live photo. */
    @Nullable
    String contentIdentifier() {
        var apple = metadata.getFirstDirectoryOfType(AppleMakernoteDirectory.class);
        return apple == null ? null : Texts.of(apple, AppleMakernoteDirectory.TAG_CONTENT_IDENTIFIER);
    }

    private Camera camera() {
        String lens = text(ExifDirectoryBase.TAG_LENS_MODEL);
        var canon = metadata.getFirstDirectoryOfType(CanonMakernoteDirectory.class);
        if (lens == null && canon != null) {
            lens = Texts.of(canon, CanonMakernoteDirectory.TAG_LENS_MODEL);
        }
        return new Camera(text(ExifDirectoryBase.TAG_MAKE), text(ExifDirectoryBase.TAG_MODEL), lens);
    }

    private Exposure exposure() {
        return new Exposure(
                Numbers.positive(number(ExifDirectoryBase.TAG_FNUMBER)),
                Numbers.exposure(number(ExifDirectoryBase.TAG_EXPOSURE_TIME)),
                Numbers.positive(number(ExifDirectoryBase.TAG_FOCAL_LENGTH)),
                iso());
    }

    private @Nullable Integer iso() {
        Double iso = number(ExifDirectoryBase.TAG_ISO_EQUIVALENT);
        if (iso == null || iso <= 0 || iso == ISO_ELSEWHERE) {
            Double more = number(ExifDirectoryBase.TAG_RECOMMENDED_EXPOSURE_INDEX);
            iso = more == null ? iso : more;
        }
        return iso == null || !(iso > 0 && iso < MAX_ISO) ? null : (Integer) (int) Math.round(iso);
    }

    private Capture capture() {
        Capture changed = date(
                ExifDirectoryBase.TAG_DATETIME, ExifDirectoryBase.TAG_SUBSECOND_TIME, ExifDirectoryBase.TAG_TIME_ZONE);
        Capture taken = taken();
        return new Capture(taken.local(), taken.zone(), changed.local());
    }

    private Capture taken() {
        Capture original = date(
                ExifDirectoryBase.TAG_DATETIME_ORIGINAL,
                ExifDirectoryBase.TAG_SUBSECOND_TIME_ORIGINAL,
                ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL);
        return original.local() != null
                ? original
                : date(
                        ExifDirectoryBase.TAG_DATETIME_DIGITIZED,
                        ExifDirectoryBase.TAG_SUBSECOND_TIME_DIGITIZED,
                        ExifDirectoryBase.TAG_TIME_ZONE_DIGITIZED);
    }

    private Capture date(int date, int fraction, int offset) {
        String zone = text(offset);
        return Dates.parse(text(date), text(fraction), zone == null ? text(ExifDirectoryBase.TAG_TIME_ZONE) : zone);
    }

    private @Nullable Coordinates coordinates() {
        for (GpsDirectory gps : metadata.getDirectoriesOfType(GpsDirectory.class)) {
            GeoLocation place = gps.getGeoLocation();
            if (place != null) {
                return Numbers.place(place.getLatitude(), place.getLongitude());
            }
        }
        return null;
    }

    private Caption caption() {
        return new Caption(
                Texts.description(text(ExifDirectoryBase.TAG_IMAGE_DESCRIPTION)),
                Numbers.rating(number(ExifDirectoryBase.TAG_RATING)),
                List.of());
    }

    private Frame frame() {
        Double number = number(ExifDirectoryBase.TAG_ORIENTATION);
        Integer orientation = number == null || !(number >= 1 && number <= 8) ? null : (Integer) number.intValue();
        return new Frame(null, orientation, null, null, null);
    }

    private @Nullable String text(int tag) {
        return first(tag, Texts::of);
    }

    private @Nullable Double number(int tag) {
        return first(tag, Directory::getDoubleObject);
    }

    private <T> @Nullable T first(int tag, BiFunction<Directory, Integer, @Nullable T> getter) {
        for (ExifDirectoryBase directory : directories) {
            T value = directory.containsTag(tag) ? getter.apply(directory, tag) : null;
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
