package app.heirloom.media.metadata;

import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.ZoneName;
import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a sidecar says over its original. People wrote it, so its description is never taken for a camera's, and that a
 * photo has no description or no rating counts as much as one that it has.
 */
final class SidecarFacts {
    /** Properties of ours: the name of the zone, of which a date of XMP tells only the offset. */
    static final String HEIRLOOM = "https://heirloom.app/xmp/1.0/";

    static final String TIME_ZONE = "TimeZone";
    static final int NOT_RATED = 0;

    private final XmpFacts facts;
    private final XMPMeta meta;

    SidecarFacts(XmpFacts facts) {
        this.facts = facts;
        this.meta = facts.meta();
    }

    Exif over(Exif original) {
        Exif said = Overlay.of(facts.exif(), original);
        Caption caption = said.caption();
        String description = description();
        boolean isUnrated = Objects.equals(number(XMPConst.NS_XMP, "Rating"), (double) NOT_RATED);
        return new Exif(
                said.camera(),
                said.exposure(),
                zoned(said.capture()),
                said.location(),
                new Caption(
                        description == null ? caption.description() : description,
                        isUnrated ? null : caption.rating(),
                        caption.keywords()),
                said.frame());
    }

    /** A name of a zone holds only as long as nobody has changed the date's offset. */
    private Capture zoned(Capture capture) {
        String name = text(HEIRLOOM, TIME_ZONE);
        LocalDateTime local = capture.local();
        if (name == null || local == null || capture.zone() == null) {
            return capture;
        }
        Optional<ZoneOffset> named = offset(name, local);
        return named.isPresent() && named.equals(offset(capture.zone(), local))
                ? new Capture(local, name, capture.modified())
                : capture;
    }

    private static Optional<ZoneOffset> offset(String zone, LocalDateTime local) {
        return ZoneName.parse(zone).map(known -> known.getRules().getOffset(local));
    }

    private @Nullable String description() {
        try {
            var text = meta.getLocalizedText(XMPConst.NS_DC, "description", null, XMPConst.X_DEFAULT);
            return text == null ? null : text.getValue();
        } catch (XMPException e) {
            return null;
        }
    }

    private @Nullable Double number(String namespace, String name) {
        return Numbers.parse(text(namespace, name));
    }

    private @Nullable String text(String namespace, String name) {
        try {
            return meta.getPropertyString(namespace, name);
        } catch (XMPException e) {
            return null;
        }
    }
}
