package app.heirloom.media.metadata;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.FaceRegion;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.MediaMetadata;
import app.heirloom.library.metadata.MotionClip;
import app.heirloom.media.bmff.HeifPicture;
import app.heirloom.media.format.Content;
import app.heirloom.media.format.Format;
import app.heirloom.media.header.Header;
import com.adobe.internal.xmp.XMPMeta;
import com.drew.metadata.Metadata;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what a still says: EXIF before XMP before IPTC. */
final class StillFacts {
    private final Content content;
    private final Format format;
    private final Metadata metadata;

    private StillFacts(Content content, Format format, Metadata metadata) {
        this.content = content;
        this.format = format;
        this.metadata = metadata;
    }

    static MediaMetadata of(Path file, Content content, Format format) throws IOException {
        var still = new StillFacts(content, format, Blocks.of(file, content, format, exif -> false));
        MediaMetadata gathered = still.gather();
        return new MediaMetadata(gathered.exif(), gathered.contentIdentifier(), still.motionClip(), gathered.faces());
    }

    /** Without a clip; and where EXIF dates the still, without what else it and other blocks say. */
    static MediaMetadata glance(Path file, Content content, Format format) throws IOException {
        var still = new StillFacts(
                content, format, Blocks.of(file, content, format, exif -> new ExifFacts(exif).isDated()));
        var exif = new ExifFacts(still.metadata);
        return exif.isDated()
                ? new MediaMetadata(still.framed(exif.dated()), exif.contentIdentifier(), null, List.of())
                : still.gather();
    }

    private MediaMetadata gather() {
        var exif = new ExifFacts(metadata);
        List<XmpFacts> packets = Blocks.packets(metadata);
        Exif said = exif.exif();
        List<FaceRegion> faces = List.of();
        for (XmpFacts packet : packets) {
            said = Overlay.of(said, packet.exif());
            faces = FaceRegions.either(faces, FaceRegions.of(packet.meta()));
        }
        said = Overlay.of(said, IptcFacts.of(metadata));
        return new MediaMetadata(framed(said), exif.contentIdentifier(), null, faces);
    }

    private @Nullable MotionClip motionClip() throws IOException {
        List<XmpFacts> packets = Blocks.packets(metadata);
        XMPMeta xmp = packets.isEmpty() ? null : packets.getFirst().meta();
        return new MotionClips(content).find(xmp, format == Format.HEIF);
    }

    /** The container knows best how the picture is stored; in a HEIF even how it is turned. */
    private Exif framed(Exif said) {
        Frame frame = said.frame();
        Dimensions dimensions = null;
        Duration duration = null;
        Integer orientation = frame.orientation();
        try {
            dimensions = Header.of(content, format).map(Header::dimensions).orElse(null);
            duration = Animation.duration(content, format, metadata);
            if (format == Format.HEIF) {
                orientation = orientation(HeifPicture.of(content));
            }
        } catch (IOException e) {
            dimensions = null;
        }
        var stored = new Frame(dimensions, orientation, duration, null, frame.projection());
        return new Exif(said.camera(), said.exposure(), said.capture(), said.location(), said.caption(), stored);
    }

    private static @Nullable Integer orientation(Optional<HeifPicture> picture) {
        return picture.map(HeifPicture::orientation).filter(turn -> turn != 1).orElse(null);
    }
}
