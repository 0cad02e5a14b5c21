package app.heirloom.media.metadata;

import static app.heirloom.media.metadata.FaceRegions.AREA;
import static app.heirloom.media.metadata.FaceRegions.DIMENSIONS;
import static app.heirloom.media.metadata.FaceRegions.GROUP;
import static app.heirloom.media.metadata.FaceRegions.LIST;
import static app.heirloom.media.metadata.FaceRegions.MICROSOFT;
import static app.heirloom.media.metadata.FaceRegions.fieldOf;

import app.heirloom.library.metadata.FaceRegion;
import app.heirloom.library.metadata.sidecar.Sidecar;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPPathFactory;
import com.adobe.internal.xmp.options.PropertyOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes named faces into an XMP packet, in the form of the Metadata Working Group (Guidelines for Handling Image
 * Metadata 2.0, 5.9). Pets, focus points, and faces of which the library has not heard yet stay.
 */
final class FaceRegionWriting {
    private static final String REGIONS = "Regions";

    private final XMPMeta meta;

    FaceRegionWriting(XMPMeta meta) {
        this.meta = meta;
    }

    void write(Sidecar.Faces faces) throws XMPException {
        var earlier = new FaceRegions(meta);
        List<FaceRegion> written = new ArrayList<>(faces.named());
        if (!removeKnown(earlier, faces)) {
            // Readers that find the group's list look no further.
            earlier.ofMicrosoft().stream()
                    .filter(region -> !faces.knows(region))
                    .forEach(written::add);
        }
        meta.deleteProperty(MICROSOFT, "RegionInfo");
        if (!written.isEmpty()) {
            describe(faces);
            for (FaceRegion region : written) {
                append(region);
            }
        } else if (meta.countArrayItems(GROUP, LIST) == 0) {
            meta.deleteProperty(GROUP, REGIONS);
        }
    }

    /** Tells whether the group's list named any face. */
    private boolean removeKnown(FaceRegions earlier, Sidecar.Faces faces) throws XMPException {
        boolean isNamed = false;
        for (int number = meta.countArrayItems(GROUP, LIST); number > 0; number--) {
            Optional<FaceRegion> region = earlier.ofGroup(number);
            isNamed |= region.isPresent();
            if (region.filter(faces::knows).isPresent()) {
                meta.deleteArrayItem(GROUP, LIST, number);
            }
        }
        return isNamed;
    }

    private void describe(Sidecar.Faces faces) throws XMPException {
        String dimensions = REGIONS + fieldOf(GROUP, "AppliedToDimensions");
        set(dimensions, DIMENSIONS, "w", Integer.toString(faces.picture().width()));
        set(dimensions, DIMENSIONS, "h", Integer.toString(faces.picture().height()));
        set(dimensions, DIMENSIONS, "unit", "pixel");
    }

    private void append(FaceRegion region) throws XMPException {
        meta.appendArrayItem(
                GROUP, LIST, new PropertyOptions().setArray(true), null, new PropertyOptions().setStruct(true));
        String item = XMPPathFactory.composeArrayItemPath(LIST, meta.countArrayItems(GROUP, LIST));
        set(item, GROUP, "Name", region.name());
        set(item, GROUP, "Type", "Face");
        String area = item + fieldOf(GROUP, "Area");
        set(area, AREA, "x", share(region.left() + region.width() / 2));
        set(area, AREA, "y", share(region.top() + region.height() / 2));
        set(area, AREA, "w", share(region.width()));
        set(area, AREA, "h", share(region.height()));
        set(area, AREA, "unit", "normalized");
    }

    private void set(String struct, String namespace, String name, String value) throws XMPException {
        meta.setStructField(GROUP, struct, namespace, name, value);
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.9f", value);
    }
}
