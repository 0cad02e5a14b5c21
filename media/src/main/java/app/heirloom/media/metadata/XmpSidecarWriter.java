package app.heirloom.media.metadata;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.ZoneName;
import app.heirloom.library.metadata.sidecar.Sidecar;
import app.heirloom.library.metadata.sidecar.SidecarWriter;
import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.PropertyOptions;
import com.adobe.internal.xmp.options.SerializeOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets the properties of edits in an XMP packet and leaves all others alone. */
public final class XmpSidecarWriter implements SidecarWriter {
    private static final long MAX_EARLIER = 8 << 20;
    private static final String DESCRIPTION = "description";
    private static final String OLD_DESCRIPTION = "ImageDescription";

    static {
        try {
            // Not even absent properties can be asked for in a namespace that is not registered.
            XMPMetaFactory.getSchemaRegistry().registerNamespace(SidecarFacts.HEIRLOOM, "heirloom");
            XMPMetaFactory.getSchemaRegistry().registerNamespace(XmpFacts.DIGIKAM, "digiKam");
            XMPMetaFactory.getSchemaRegistry().registerNamespace(XmpFacts.LIGHTROOM, "lr");
        } catch (XMPException e) {
            throw new IllegalStateException("the names above are well formed", e);
        }
    }

    @Override
    public void write(Sidecar sidecar, Optional<Path> earlier, Path target) throws IOException {
        MetadataEdits edits = sidecar.edits();
        try {
            XMPMeta meta = earlier.isPresent() ? read(earlier.get()) : XMPMetaFactory.create();
            describe(meta, edits.description());
            rate(meta, edits.rating());
            place(meta, edits.coordinates());
            date(meta, edits.capture());
            new TagWriting(meta).write(sidecar.tags());
            if (sidecar.faces().isPresent()) {
                new FaceRegionWriting(meta).write(sidecar.faces().get());
            }
            byte[] packet = XMPMetaFactory.serializeToBuffer(
                    meta,
                    new SerializeOptions()
                            .setUseCompactFormat(true)
                            .setSort(true)
                            .setOmitPacketWrapper(true));
            try (FileChannel channel = FileChannel.open(target, CREATE_NEW, WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(packet);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (XMPException e) {
            throw new IOException("XMP cannot say this: " + e.getMessage(), e);
        }
    }

    /** One that cannot be read tells nobody anything. */
    private static XMPMeta read(Path file) throws IOException {
        if (Files.size(file) > MAX_EARLIER) {
            return XMPMetaFactory.create();
        }
        return XmpFacts.parse(ByteBuffer.wrap(Files.readAllBytes(file)))
                .map(XmpFacts::meta)
                .orElseGet(XMPMetaFactory::create);
    }

    /** An older property that says the same must not say something else. */
    private static void describe(XMPMeta meta, @Nullable String description) throws XMPException {
        if (description == null) {
            return;
        }
        setLocalized(meta, XMPConst.NS_DC, DESCRIPTION, description);
        if (meta.doesPropertyExist(XMPConst.NS_TIFF, OLD_DESCRIPTION)) {
            setLocalized(meta, XMPConst.NS_TIFF, OLD_DESCRIPTION, description);
        }
    }

    /** Translations stay; what is no list of translations, as it should be, gives way. */
    private static void setLocalized(XMPMeta meta, String namespace, String name, String text) throws XMPException {
        try {
            meta.setLocalizedText(namespace, name, null, XMPConst.X_DEFAULT, text);
        } catch (XMPException e) {
            meta.deleteProperty(namespace, name);
            meta.setLocalizedText(namespace, name, null, XMPConst.X_DEFAULT, text);
        }
    }

    private static void rate(XMPMeta meta, @Nullable Integer rating) throws XMPException {
        if (rating != null) {
            int stars = rating == MetadataEdits.CLEARED_RATING ? SidecarFacts.NOT_RATED : rating;
            set(meta, XMPConst.NS_XMP, "Rating", Integer.toString(stars));
        }
    }

    private static void place(XMPMeta meta, @Nullable Coordinates place) throws XMPException {
        if (place == null) {
            EditMark.PLACE.withdraw(meta);
            return;
        }
        set(meta, XMPConst.NS_EXIF, "GPSLatitude", degrees(place.latitude(), "N", "S"));
        set(meta, XMPConst.NS_EXIF, "GPSLongitude", degrees(place.longitude(), "E", "W"));
        EditMark.PLACE.put(meta);
    }

    private static void date(XMPMeta meta, @Nullable Capture capture) throws XMPException {
        LocalDateTime local = capture == null ? null : capture.local();
        if (capture == null || local == null) {
            EditMark.DATE.withdraw(meta);
            return;
        }
        String zone = capture.zone();
        String date = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local) + offset(local, zone);
        set(meta, XMPConst.NS_EXIF, "DateTimeOriginal", date);
        set(meta, XmpFacts.PHOTOSHOP, "DateCreated", date);
        meta.deleteProperty(SidecarFacts.HEIRLOOM, SidecarFacts.TIME_ZONE);
        if (zone != null) {
            set(meta, SidecarFacts.HEIRLOOM, SidecarFacts.TIME_ZONE, zone);
        }
        EditMark.DATE.put(meta);
    }

    private static String offset(LocalDateTime local, @Nullable String zone) {
        return zone == null
                ? ""
                : ZoneName.parse(zone)
                        .map(known -> known.getRules().getOffset(local).getId())
                        .orElse("");
    }

    /** Whole degrees and minutes, fine enough for a tenth of a millimetre. */
    private static String degrees(double value, String positive, String negative) {
        double absolute = Math.abs(value);
        int whole = (int) absolute;
        double minutes = (absolute - whole) * 60;
        return String.format(Locale.ROOT, "%d,%.9f%s", whole, minutes, value < 0 ? negative : positive);
    }

    private static void set(XMPMeta meta, String namespace, String name, String value) throws XMPException {
        meta.deleteProperty(namespace, name);
        meta.setProperty(namespace, name, value, new PropertyOptions());
    }
}
