package app.heirloom.media.metadata;

import app.heirloom.library.metadata.sidecar.Sidecar;
import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.options.PropertyOptions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes tags into an XMP packet in the three forms that programs read: with their hierarchy as digiKam does, which Immich
 * reads first, and as Lightroom does; and by their last part for all who know nothing but words.
 */
final class TagWriting {
    private final XMPMeta meta;

    TagWriting(XMPMeta meta) {
        this.meta = meta;
    }

    /** What says the same already is left in its form. */
    void write(Sidecar.Tags tags) throws XMPException {
        List<String> earlier = new XmpFacts(meta).keywords();
        Set<String> all = new LinkedHashSet<>(tags.paths());
        if (!tags.complete()) {
            all.addAll(earlier);
        }
        if (all.equals(Set.copyOf(earlier))) {
            return;
        }
        replace(XmpFacts.DIGIKAM, "TagsList", new PropertyOptions().setArrayOrdered(true), all);
        // In Lightroom's form a part that has the separator in it would be two.
        replace(
                XmpFacts.LIGHTROOM,
                "hierarchicalSubject",
                new PropertyOptions().setArray(true),
                all.stream()
                        .filter(path -> path.indexOf('|') < 0)
                        .map(path -> path.replace('/', '|'))
                        .toList());
        replace(
                XMPConst.NS_DC,
                "subject",
                new PropertyOptions().setArray(true),
                all.stream()
                        .map(path -> path.substring(path.lastIndexOf('/') + 1))
                        .distinct()
                        .toList());
    }

    private void replace(String namespace, String name, PropertyOptions form, Collection<String> values)
            throws XMPException {
        meta.deleteProperty(namespace, name);
        for (String value : values) {
            meta.appendArrayItem(namespace, name, form, value, null);
        }
    }
}
