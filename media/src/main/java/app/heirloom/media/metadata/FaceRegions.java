package app.heirloom.media.metadata;

import app.heirloom.library.metadata.FaceRegion;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.XMPPathFactory;
import com.adobe.internal.xmp.properties.XMPProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The named faces in an XMP packet, in the form of the Metadata Working Group (digiKam, Lightroom, Picasa, Apple) or of
 * Microsoft (Photo Gallery, digiKam).
 */
final class FaceRegions {
    static final String GROUP = "http://www.metadataworkinggroup.com/schemas/regions/";
    static final String AREA = "http://ns.adobe.com/xmp/sType/Area#";
    static final String MICROSOFT = "http://ns.microsoft.com/photo/1.2/";
    private static final String MICROSOFT_LIST = "http://ns.microsoft.com/photo/1.2/t/RegionInfo#";
    private static final String MICROSOFT_REGION = "http://ns.microsoft.com/photo/1.2/t/Region#";
    static final String DIMENSIONS = "http://ns.adobe.com/xap/1.0/sType/Dimensions#";
    static final String LIST;
    private static final int MAX_FACES = 1_000;

    static {
        // Paths are written with prefixes, which are known only of namespaces that are registered.
        register(GROUP, "mwg-rs");
        register(AREA, "stArea");
        register(DIMENSIONS, "stDim");
        register(MICROSOFT, "MP");
        register(MICROSOFT_LIST, "MPRI");
        register(MICROSOFT_REGION, "MPReg");
        LIST = "Regions" + fieldOf(GROUP, "RegionList");
    }

    private final XMPMeta meta;

    FaceRegions(XMPMeta meta) {
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

    private List<FaceRegion> ofGroup() {
        List<FaceRegion> found = new ArrayList<>();
        try {
            int count = Math.min(meta.countArrayItems(GROUP, LIST), MAX_FACES);
            for (int i = 1; i <= count; i++) {
                ofGroup(i).ifPresent(found::add);
            }
        } catch (XMPException e) {
            return found;
        }
        return found;
    }

    /** The group's item of that number, from 1, if it is a named face. It is given around its centre. */
    Optional<FaceRegion> ofGroup(int number) throws XMPException {
        String region = XMPPathFactory.composeArrayItemPath(LIST, number);
        String area = region + fieldOf(GROUP, "Area");
        String type = field(GROUP, region, GROUP, "Type");
        String name = field(GROUP, region, GROUP, "Name");
        Double width = number(GROUP, area, "w");
        Double height = number(GROUP, area, "h");
        Double x = number(GROUP, area, "x");
        Double y = number(GROUP, area, "y");
        boolean isFace = type == null || type.equals("Face");
        if (!isFace || name == null || x == null || y == null || width == null || height == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(FaceRegion.within(name, x - width / 2, y - height / 2, width, height));
    }

    /** Each as {@code left, top, width, height}. */
    List<FaceRegion> ofMicrosoft() {
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

    /** The end of a path, to a field of what the rest leads to. */
    static String fieldOf(String namespace, String name) {
        try {
            return XMPPathFactory.composeStructFieldPath(namespace, name);
        } catch (XMPException e) {
            throw new IllegalStateException("the names above are well formed", e);
        }
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
