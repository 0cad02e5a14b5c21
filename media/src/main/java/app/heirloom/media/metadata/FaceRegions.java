package app.heirloom.media.metadata;

import app.heirloom.library.metadata.FaceRegion;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.XMPPathFactory;
import com.adobe.internal.xmp.properties.XMPProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The named faces in an XMP packet, in the form of the Metadata Working Group (digiKam, Lightroom, Picasa, Apple) or of
 * Microsoft (Photo Gallery, digiKam).
 */
final class FaceRegions {
    private static final String GROUP = "http://www.metadataworkinggroup.com/schemas/regions/";
    private static final String AREA = "http://ns.adobe.com/xmp/sType/Area#";
    private static final String MICROSOFT = "http://ns.microsoft.com/photo/1.2/";
    private static final String MICROSOFT_LIST = "http://ns.microsoft.com/photo/1.2/t/RegionInfo#";
    private static final String MICROSOFT_REGION = "http://ns.microsoft.com/photo/1.2/t/Region#";
    private static final int MAX_FACES = 1_000;

    static {
        // Paths are written with prefixes, which are known only of namespaces that are registered.
        register(GROUP, "mwg-rs");
        register(AREA, "stArea");
        register(MICROSOFT, "MP");
        register(MICROSOFT_LIST, "MPRI");
        register(MICROSOFT_REGION, "MPReg");
    }

    private final XMPMeta meta;

    private FaceRegions(XMPMeta meta) {
        this.meta = meta;
    }

    static List<FaceRegion> of(XMPMeta meta) {
        var regions = new FaceRegions(meta);
        return either(regions.ofGroup(), regions.ofMicrosoft());
    }

    /** The first unless it is empty. */
    static List<FaceRegion> either(List<FaceRegion> upper, List<FaceRegion> lower) {
        return upper.isEmpty() ? lower : upper;
    }

    /** Each around its centre. */
    private List<FaceRegion> ofGroup() {
        List<FaceRegion> found = new ArrayList<>();
        try {
            String list = "Regions" + XMPPathFactory.composeStructFieldPath(GROUP, "RegionList");
            int count = Math.min(meta.countArrayItems(GROUP, list), MAX_FACES);
            for (int i = 1; i <= count; i++) {
                String region = XMPPathFactory.composeArrayItemPath(list, i);
                String area = region + XMPPathFactory.composeStructFieldPath(GROUP, "Area");
                String type = field(GROUP, region, GROUP, "Type");
                Double width = number(GROUP, area, "w");
                Double height = number(GROUP, area, "h");
                Double x = number(GROUP, area, "x");
                Double y = number(GROUP, area, "y");
                boolean isFace = type == null || type.equals("Face");
                if (isFace && x != null && y != null && width != null && height != null) {
                    add(field(GROUP, region, GROUP, "Name"), x - width / 2, y - height / 2, width, height, found);
                }
            }
        } catch (XMPException e) {
            return found;
        }
        return found;
    }

    /** Each as {@code left, top, width, height}. */
    private List<FaceRegion> ofMicrosoft() {
        List<FaceRegion> found = new ArrayList<>();
        try {
            String list = "RegionInfo" + XMPPathFactory.composeStructFieldPath(MICROSOFT_LIST, "Regions");
            int count = Math.min(meta.countArrayItems(MICROSOFT, list), MAX_FACES);
            for (int i = 1; i <= count; i++) {
                String region = XMPPathFactory.composeArrayItemPath(list, i);
                String rectangle = field(MICROSOFT, region, MICROSOFT_REGION, "Rectangle");
                List<Double> numbers = numbers(rectangle == null ? "" : rectangle);
                if (numbers.size() == 4) {
                    String name = field(MICROSOFT, region, MICROSOFT_REGION, "PersonDisplayName");
                    add(name, numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), found);
                }
            }
        } catch (XMPException e) {
            return found;
        }
        return found;
    }

    private static void add(
            @Nullable String name, double left, double top, double width, double height, List<FaceRegion> found) {
        FaceRegion region = name == null ? null : FaceRegion.within(name, left, top, width, height);
        if (region != null) {
            found.add(region);
        }
    }

    private @Nullable Double number(String schema, String area, String name) throws XMPException {
        return Numbers.parse(field(schema, area, AREA, name));
    }

    private @Nullable String field(String schema, String struct, String namespace, String name) throws XMPException {
        XMPProperty field = meta.getStructField(schema, struct, namespace, name);
        return field == null ? null : Texts.clean(field.getValue());
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Double number = Numbers.parse(part);
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private static void register(String namespace, String prefix) {
        try {
            XMPMetaFactory.getSchemaRegistry().registerNamespace(namespace, prefix);
        } catch (XMPException e) {
            throw new IllegalStateException("the names above are well formed", e);
        }
    }
}
