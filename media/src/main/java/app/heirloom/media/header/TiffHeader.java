package app.heirloom.media.header;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.media.color.ColorDescription;
import app.heirloom.media.format.Content;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The largest picture of a TIFF; of a raw file that is the sensor's. */
final class TiffHeader {
    private static final int WIDTH = 0x100;
    private static final int HEIGHT = 0x101;
    private static final int EXTRA_SAMPLES = 0x152;
    private static final int PROFILE = 0x8773;
    /** Panasonic's sensor borders: top, left, bottom, right. */
    private static final int RW2_TOP = 4;

    private TiffHeader() {}

    static Optional<Header> read(Content content) throws IOException {
        List<TiffDirectory> directories = TiffDirectory.all(content, 0);
        if (directories.isEmpty()) {
            return Optional.empty();
        }
        TiffDirectory first = directories.getFirst();
        boolean transparent = first.number(EXTRA_SAMPLES) != null;
        byte[] profile = first.bytes(content, PROFILE);
        return directories.stream()
                .map(TiffHeader::dimensions)
                .filter(Objects::nonNull)
                .max(Comparator.comparingLong(Dimensions::pixels))
                .map(dimensions -> new Header(dimensions, transparent, ColorDescription.of(profile)));
    }

    private static @Nullable Dimensions dimensions(TiffDirectory directory) {
        Long width = directory.number(WIDTH);
        Long height = directory.number(HEIGHT);
        if (width == null || height == null) {
            return sensor(directory);
        }
        boolean sane = width > 0 && height > 0 && width < 1 << 20 && height < 1 << 20;
        return sane ? new Dimensions(width.intValue(), height.intValue()) : null;
    }

    private static @Nullable Dimensions sensor(TiffDirectory directory) {
        Long top = directory.number(RW2_TOP);
        Long left = directory.number(RW2_TOP + 1);
        Long bottom = directory.number(RW2_TOP + 2);
        Long right = directory.number(RW2_TOP + 3);
        if (top == null || left == null || bottom == null || right == null || bottom <= top || right <= left) {
            return null;
        }
        return new Dimensions((int) (right - left), (int) (bottom - top));
    }
}
