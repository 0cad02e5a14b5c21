package app.heirloom.media.metadata;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notes in a sidecar what an edit wrote there, so that it goes when the edit is taken back. What another program has changed
 * since is that program's word, and stays.
 */
final class EditMark {
    static final EditMark PLACE = new EditMark(
            "EditedPlace",
            new Property(XMPConst.NS_EXIF, "GPSLatitude"),
            new Property(XMPConst.NS_EXIF, "GPSLongitude"));
    static final EditMark DATE = new EditMark(
            "EditedDate",
            new Property(XMPConst.NS_EXIF, "DateTimeOriginal"),
            new Property(XmpFacts.PHOTOSHOP, "DateCreated"),
            new Property(SidecarFacts.HEIRLOOM, SidecarFacts.TIME_ZONE));

    private record Property(String namespace, String name) {
        @Nullable
        String read(XMPMeta meta) throws XMPException {
            return meta.getPropertyString(namespace, name);
        }
    }

    private final String mark;
    private final List<Property> properties;

    private EditMark(String mark, Property... properties) {
        this.mark = mark;
        this.properties = List.of(properties);
    }

    /** The properties are as the edit wants them. */
    void put(XMPMeta meta) throws XMPException {
        meta.setProperty(SidecarFacts.HEIRLOOM, mark, valuesOf(meta));
    }

    /** There is no edit, or no more. */
    void withdraw(XMPMeta meta) throws XMPException {
        String written = meta.getPropertyString(SidecarFacts.HEIRLOOM, mark);
        if (written == null) {
            return;
        }
        if (written.equals(valuesOf(meta))) {
            properties.forEach(property -> meta.deleteProperty(property.namespace(), property.name()));
        }
        meta.deleteProperty(SidecarFacts.HEIRLOOM, mark);
    }

    private String valuesOf(XMPMeta meta) throws XMPException {
        StringBuilder values = new StringBuilder();
        for (Property property : properties) {
            String value = property.read(meta);
            values.append(values.isEmpty() ? "" : " ").append(value == null ? "-" : value);
        }
        return values.toString();
    }
}
