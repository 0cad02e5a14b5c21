package app.heirloom.media.metadata;

import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Exposure;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.metadata.Place;
import com.drew.metadata.Metadata;
import com.drew.metadata.iptc.IptcDirectory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What press agencies wrote into files before there was XMP. */
final class IptcFacts {
    private IptcFacts() {}

    static Exif of(Metadata metadata) {
        var iptc = metadata.getFirstDirectoryOfType(IptcDirectory.class);
        if (iptc == null) {
            return Exif.UNKNOWN;
        }
        List<String> keywords = iptc.getKeywords();
        return new Exif(
                Camera.UNKNOWN,
                Exposure.UNKNOWN,
                capture(iptc),
                new Location(null, place(iptc)),
                new Caption(
                        Texts.description(Texts.of(iptc, IptcDirectory.TAG_CAPTION)),
                        null,
                        keywords == null ? List.of() : keywords),
                Frame.UNKNOWN);
    }

    private static Place place(IptcDirectory iptc) {
        return new Place(
                Texts.of(iptc, IptcDirectory.TAG_CITY),
                Texts.of(iptc, IptcDirectory.TAG_PROVINCE_OR_STATE),
                Texts.of(iptc, IptcDirectory.TAG_COUNTRY_OR_PRIMARY_LOCATION_NAME));
    }

    /** {@code 20240131} and {@code 121530+0100}, as the reader hands them out with separators or without. */
    private static Capture capture(IptcDirectory iptc) {
        String date = digits(iptc.getString(IptcDirectory.TAG_DATE_CREATED));
        String time = iptc.getString(IptcDirectory.TAG_TIME_CREATED);
        String clock = digits(time == null ? null : time.replaceFirst("[+\\-].*", ""));
        if (date.length() != 8 || clock.length() < 6) {
            return Capture.UNKNOWN;
        }
        String offset = time == null ? "" : time.replaceFirst("^[^+\\-]*", "");
        return Dates.parse(
                date.replaceFirst("(....)(..)(..)", "$1:$2:$3") + " "
                        + clock.substring(0, 6).replaceFirst("(..)(..)(..)", "$1:$2:$3"),
                null,
                offset);
    }

    private static String digits(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\D", "");
    }
}
