package app.heirloom.media.metadata;

import app.heirloom.media.bmff.Box;
import app.heirloom.media.bmff.HeifPicture;
import app.heirloom.media.format.Content;
import app.heirloom.media.format.Format;
import app.heirloom.media.header.JpegSegments;
import app.heirloom.media.header.JpegSegments.Segment;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegSegmentMetadataReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.ErrorDirectory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.iptc.IptcReader;
import com.drew.metadata.photoshop.PhotoshopReader;
import com.drew.metadata.xmp.XmpDirectory;
import com.drew.metadata.xmp.XmpReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Fetches the EXIF, XMP and IPTC blocks out of a still; what is damaged is left out. */
final class Blocks {
    private static final List<String> CANON = List.of("CMT1", "CMT2", "CMT3");
    private static final int EXIF_PREFIX = 4;
    private static final JpegSegmentMetadataReader EXIF = new ExifReader();
    private static final List<JpegSegmentMetadataReader> OTHERS =
            List.of(new XmpReader(), new PhotoshopReader(), new IptcReader());

    private Blocks() {}

    /** All blocks; the EXIF block alone where that is enough and can be read by itself. */
    static Metadata of(Path file, Content content, Format format, Predicate<Metadata> isEnough) {
        try {
            return switch (format) {
                case JPEG -> jpeg(content, isEnough);
                case HEIF -> heif(content, isEnough);
                case JPEG_XL -> jpegXl(content);
                case CR3 -> canon(content);
                default -> ImageMetadataReader.readMetadata(file.toFile());
            };
        } catch (IOException | ImageProcessingException | RuntimeException e) {
            return new Metadata();
        }
    }

    static List<XmpFacts> packets(Metadata metadata) {
        List<XmpFacts> packets = new ArrayList<>();
        for (XmpDirectory directory : metadata.getDirectoriesOfType(XmpDirectory.class)) {
            if (directory.getXMPMeta() != null) {
                packets.add(new XmpFacts(directory.getXMPMeta()));
            }
        }
        return packets;
    }

    private static Metadata jpeg(Content content, Predicate<Metadata> isEnough) throws IOException {
        var metadata = new Metadata();
        List<Segment> segments = JpegSegments.list(content, 0);
        addJpeg(metadata, content, segments, EXIF);
        if (!isEnough.test(metadata)) {
            for (JpegSegmentMetadataReader reader : OTHERS) {
                addJpeg(metadata, content, segments, reader);
            }
        }
        return metadata;
    }

    private static void addJpeg(
            Metadata metadata, Content content, List<Segment> segments, JpegSegmentMetadataReader reader)
            throws IOException {
        for (JpegSegmentType type : reader.getSegmentTypes()) {
            List<byte[]> payloads = new ArrayList<>();
            for (Segment segment : segments) {
                if (segment.marker() == Byte.toUnsignedInt(type.byteValue)) {
                    payloads.add(segment.payload(content));
                }
            }
            if (!payloads.isEmpty()) {
                reader.readJpegSegments(payloads, metadata, type);
            }
        }
    }

    private static Metadata heif(Content content, Predicate<Metadata> isEnough) throws IOException {
        var metadata = new Metadata();
        Optional<HeifPicture> picture = HeifPicture.of(content);
        if (picture.isPresent()) {
            addExif(metadata, picture.get().exif());
            if (!isEnough.test(metadata)) {
                addXmp(metadata, picture.get().xmp());
            }
        }
        return metadata;
    }

    private static Metadata jpegXl(Content content) throws IOException {
        var metadata = new Metadata();
        for (Box box : Box.topLevel(content)) {
            if (box.type().equals("Exif") && box.size() > EXIF_PREFIX) {
                ByteBuffer block = box.payload(content);
                addExif(metadata, block.slice(EXIF_PREFIX, block.remaining() - EXIF_PREFIX));
            } else if (box.type().equals("xml ")) {
                addXmp(metadata, box.payload(content));
            }
        }
        return metadata;
    }

    /** Canon's directories are TIFFs of their own inside moov/uuid. */
    private static Metadata canon(Content content) throws IOException {
        var metadata = new Metadata();
        Optional<Box> canon = Box.first(Box.topLevel(content), "moov").isEmpty()
                ? Optional.empty()
                : Box.first(Box.topLevel(content), "moov").get().find(content, "uuid");
        if (canon.isPresent()) {
            for (Box box : canon.get().children(content, 16)) {
                if (CANON.contains(box.type())) {
                    addExif(metadata, box.payload(content));
                }
            }
        }
        return metadata;
    }

    private static void addExif(Metadata metadata, @Nullable ByteBuffer block) {
        if (block != null && block.remaining() > 8) {
            new ExifReader().extract(new ByteArrayReader(bytes(block)), metadata);
        }
    }

    private static void addXmp(Metadata metadata, @Nullable ByteBuffer packet) {
        if (packet == null) {
            return;
        }
        try {
            var directory = new XmpDirectory();
            directory.setXMPMeta(XMPMetaFactory.parseFromBuffer(bytes(packet)));
            metadata.addDirectory(directory);
        } catch (XMPException | RuntimeException e) {
            metadata.addDirectory(new ErrorDirectory("XMP is damaged"));
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
