package app.heirloom.media.image;

import app.heirloom.media.format.Content;
import app.heirloom.media.format.Format;
import app.heirloom.media.header.Header;
import app.heirloom.media.header.JpegHeader;
import app.heirloom.media.header.TiffDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JPEG inside another file: the picture that a camera puts into its raw files.
 *
 * @param offset of its first byte
 * @param end behind its last byte, or behind the file's where that is not known
 */
record EmbeddedJpeg(long offset, long end, Header header) {
    private static final int COMPRESSION = 0x103;
    private static final int STRIP_OFFSETS = 0x111;
    private static final int STRIP_LENGTHS = 0x117;
    private static final int JPEG_OFFSET = 0x201;
    private static final int JPEG_LENGTH = 0x202;
    private static final int PHOTOMETRIC = 0x106;
    private static final int COLOR_FILTERS = 32_803;
    private static final int LINEAR_RAW = 34_892;
    private static final int DNG_VERSION = 0xc612;
    private static final short CANON = 0x4352;
    private static final int PANASONIC_JPEG = 0x2e;
    private static final int BLOCK = 1 << 20;

    /** The largest by pixels: as the directories list them, else wherever one begins. */
    static Optional<EmbeddedJpeg> largest(Content content, Format format) throws IOException {
        List<EmbeddedJpeg> listed = format == Format.TIFF ? listed(content) : List.of();
        List<EmbeddedJpeg> found = listed.isEmpty() ? scanned(content) : listed;
        return found.stream()
                .max(Comparator.comparingLong(jpeg -> jpeg.header().dimensions().pixels()));
    }

    private static List<EmbeddedJpeg> listed(Content content) throws IOException {
        List<EmbeddedJpeg> found = new ArrayList<>();
        for (TiffDirectory directory : TiffDirectory.all(content, 0)) {
            add(found, content, directory.number(JPEG_OFFSET), directory.number(JPEG_LENGTH));
            add(found, content, directory.number(PANASONIC_JPEG), content.size());
            Long compression = directory.number(COMPRESSION);
            boolean oneStrip = directory.numbers(STRIP_OFFSETS).size() == 1;
            if (compression != null && (compression == 6 || compression == 7) && oneStrip) {
                add(found, content, directory.number(STRIP_OFFSETS), directory.number(STRIP_LENGTHS));
            }
        }
        return found;
    }

    private static void add(List<EmbeddedJpeg> found, Content content, @Nullable Long offset, @Nullable Long length)
            throws IOException {
        if (offset != null && length != null) {
            at(content, offset, Math.min(offset + length, content.size())).ifPresent(found::add);
        }
    }

    private static Optional<EmbeddedJpeg> at(Content content, long offset, long end) throws IOException {
        ByteBuffer start = content.upTo(offset, 3);
        boolean begins = start.remaining() == 3 && start.getShort(0) == (short) 0xffd8 && start.get(2) == (byte) 0xff;
        return begins
                ? JpegHeader.read(content, offset).map(header -> new EmbeddedJpeg(offset, end, header))
                : Optional.empty();
    }

    /** Whether a TIFF holds the numbers of a sensor rather than a picture. */
    static boolean isRaw(Content content, List<TiffDirectory> directories) throws IOException {
        ByteBuffer head = content.upTo(0, 10);
        int magic = head.getShort(2) & 0xffff;
        boolean canon = head.remaining() == 10 && head.getShort(8) == CANON;
        return canon
                || (magic != 0x2a00 && magic != 0x002a)
                || directories.stream().anyMatch(EmbeddedJpeg::isSensor);
    }

    private static boolean isSensor(TiffDirectory directory) {
        Long meaning = directory.number(PHOTOMETRIC);
        return directory.number(DNG_VERSION) != null
                || (meaning != null && (meaning == COLOR_FILTERS || meaning == LINEAR_RAW));
    }

    private static List<EmbeddedJpeg> scanned(Content content) throws IOException {
        List<EmbeddedJpeg> found = new ArrayList<>();
        for (long base = 0; base < content.size(); base += BLOCK) {
            byte[] block = content.bytes(base, BLOCK + 2);
            for (int i = 0; i + 2 < block.length; i++) {
                if (block[i] == (byte) 0xff && block[i + 1] == (byte) 0xd8 && block[i + 2] == (byte) 0xff) {
                    at(content, base + i, content.size()).ifPresent(found::add);
                }
            }
        }
        return found;
    }
}
