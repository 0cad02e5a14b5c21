package app.heirloom.media.metadata;

import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Exposure;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.metadata.Place;
import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.properties.XMPProperty;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an XMP packet says, in a file or beside it. */
final class XmpFacts {
    static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    static final String LIGHTROOM = "http://ns.adobe.com/lightroom/1.0/";
    static final String DIGIKAM = "http://www.digikam.org/ns/1.0/";
    private static final String EXIF_EX = "http://cipa.jp/exif/1.0/";
    private static final String AUX = "http://ns.adobe.com/exif/1.0/aux/";
    private static final String PANORAMA = "http://ns.google.com/photos/1.0/panorama/";
    private static final int MAX_KEYWORDS = 1_000;

    private final XMPMeta meta;

    XmpFacts(XMPMeta meta) {
        this.meta = meta;
    }

    /** The packet; empty when it is damaged. */
    static Optional<XmpFacts> parse(ByteBuffer packet) {
        byte[] bytes = new byte[packet.remaining()];
        packet.duplicate().get(bytes);
        try {
            return Optional.of(new XmpFacts(XMPMetaFactory.parseFromBuffer(bytes)));
        } catch (XMPException | RuntimeException e) {
            return Optional.empty();
        }
    }

    XMPMeta meta() {
        return meta;
    }

    Exif exif() {
        String lens = text(EXIF_EX, "LensModel");
        String projection = text(PANORAMA, "ProjectionType");
        return new Exif(
                new Camera(
                        text(XMPConst.NS_TIFF, "Make"),
                        text(XMPConst.NS_TIFF, "Model"),
                        lens == null ? text(AUX, "Lens") : lens),
                new Exposure(
                        Numbers.positive(number(XMPConst.NS_EXIF, "FNumber")),
                        Numbers.exposure(number(XMPConst.NS_EXIF, "ExposureTime")),
                        Numbers.positive(number(XMPConst.NS_EXIF, "FocalLength")),
                        null),
                capture(),
                location(),
                new Caption(description(), Numbers.rating(number(XMPConst.NS_XMP, "Rating")), keywords()),
                new Frame(null, null, null, null, projection == null ? null : projection.toUpperCase(Locale.ROOT)));
    }

    private Location location() {
        return new Location(
                Numbers.place(
                        Numbers.degrees(text(XMPConst.NS_EXIF, "GPSLatitude")),
                        Numbers.degrees(text(XMPConst.NS_EXIF, "GPSLongitude"))),
                new Place(text(PHOTOSHOP, "City"), text(PHOTOSHOP, "State"), text(PHOTOSHOP, "Country")));
    }

    private Capture capture() {
        Capture date = Capture.UNKNOWN;
        for (String text : new @Nullable String[] {
            text(XMPConst.NS_EXIF, "DateTimeOriginal"),
            text(PHOTOSHOP, "DateCreated"),
            text(XMPConst.NS_EXIF, "DateTimeDigitized"),
            text(XMPConst.NS_XMP, "CreateDate")
        }) {
            date = date.local() == null ? Dates.parse(text) : date;
        }
        return new Capture(
                date.local(),
                date.zone(),
                Dates.parse(text(XMPConst.NS_XMP, "ModifyDate")).local());
    }

    private String description() {
        try {
            XMPProperty text = meta.getLocalizedText(XMPConst.NS_DC, "description", null, XMPConst.X_DEFAULT);
            String described = Texts.description(text == null ? null : text.getValue());
            return described.isEmpty() ? Texts.description(text(XMPConst.NS_TIFF, "ImageDescription")) : described;
        } catch (XMPException e) {
            return "";
        }
    }

    /** Hierarchies, and the plain keywords that are no part of one. */
    List<String> keywords() {
        List<String> hierarchies = new ArrayList<>(list(DIGIKAM, "TagsList"));
        list(LIGHTROOM, "hierarchicalSubject").stream()
                .map(path -> path.replace('|', '/'))
                .filter(path -> !hierarchies.contains(path))
                .forEach(hierarchies::add);
        List<String> keywords = new ArrayList<>(hierarchies);
        for (String subject : list(XMPConst.NS_DC, "subject")) {
            boolean known = hierarchies.stream().anyMatch(path -> ("/" + path + "/").contains("/" + subject + "/"));
            if (!known && !keywords.contains(subject)) {
                keywords.add(subject);
            }
        }
        return keywords;
    }

    private List<String> list(String namespace, String name) {
        List<String> values = new ArrayList<>();
        try {
            int count = Math.min(meta.countArrayItems(namespace, name), MAX_KEYWORDS);
            for (int i = 1; i <= count; i++) {
                XMPProperty item = meta.getArrayItem(namespace, name, i);
                String text = item == null ? null : Texts.clean(item.getValue());
                if (text != null) {
                    values.add(text);
                }
            }
        } catch (XMPException e) {
            return values;
        }
        return values;
    }

    private @Nullable String text(String namespace, String name) {
        try {
            XMPProperty property = meta.getProperty(namespace, name);
            return property == null ? null : Texts.clean(property.getValue());
        } catch (XMPException e) {
            return null;
        }
    }

    private @Nullable Double number(String namespace, String name) {
        return Numbers.parse(text(namespace, name));
    }
}
