package app.heirloom.media.header;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.media.bmff.HeifPicture;
import app.heirloom.media.color.ColorDescription;
import app.heirloom.media.format.Content;
import app.heirloom.media.format.Format;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.util.Optional;

/**
 * What the header of a still says.
 *
 * @param dimensions as stored
 * @param transparent whether some of it may be transparent
 * @param color how its numbers mean colours
 */
public record Header(Dimensions dimensions, boolean transparent, ColorDescription color) {

    /** The header; empty when it is damaged, or not read here because ffprobe does. */
    public static Optional<Header> of(Content content, Format format) throws IOException {
        try {
            return switch (format) {
                case JPEG -> JpegHeader.read(content, 0);
                case PNG -> PngHeader.read(content);
                case GIF -> SimpleHeaders.gif(content);
                case BMP -> SimpleHeaders.bmp(content);
                case WEBP -> WebpHeader.read(content);
                case TIFF -> TiffHeader.read(content);
                case HEIF -> HeifPicture.of(content).map(Header::of);
                case JPEG_XL -> JpegXlHeader.read(content);
                case RAF, CR3, OTHER_STILL, MOVIE, OTHER_VIDEO -> Optional.empty();
            };
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("damaged header", e);
        }
    }

    static Header opaque(int width, int height) {
        return new Header(new Dimensions(width, height), false, ColorDescription.UNKNOWN);
    }

    private static Header of(HeifPicture picture) {
        return new Header(picture.dimensions(), false, picture.color());
    }
}
