package app.heirloom.media.image;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.preview.PreviewSettings;
import app.heirloom.media.bmff.HeifPicture;
import app.heirloom.media.format.Content;
import app.heirloom.media.format.Format;
import app.heirloom.media.header.Header;
import app.heirloom.media.header.TiffDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds out how to open a still: the format decides, never the name. */
final class StillSources {
    /** The demuxer and decoder are named, so that a hostile file cannot choose others. */
    private static final List<String> IMAGE = List.of("-f", "image2", "-pattern_type", "none", "-c:v");

    private static final int MAX_HALVINGS = 3;

    private final PreviewSettings settings;

    StillSources(PreviewSettings settings) {
        this.settings = settings;
    }

    Source of(Path file, Content content, Format format) throws IOException {
        return switch (format) {
            case JPEG -> jpeg(file, header(content, format));
            case PNG -> image("png", file, header(content, format));
            case BMP -> image("bmp", file, header(content, format));
            case WEBP -> image("webp", file, header(content, format));
            case GIF -> opened(List.of("-f", "gif"), url(file), header(content, format));
            case TIFF -> tiff(file, content);
            case RAF, CR3 -> embedded(file, content, format);
            case HEIF -> heif(file, content);
            case JPEG_XL ->
                throw ErrorCode.UNREADABLE_MEDIA.exception(
                        "JPEG XL pictures are kept and described, but this build cannot decode them.");
            case OTHER_STILL, MOVIE, OTHER_VIDEO ->
                throw ErrorCode.UNREADABLE_MEDIA.exception("Pictures of this format cannot be decoded.");
        };
    }

    private Source jpeg(Path file, Header header) {
        return Source.plain(jpegInput(url(file), header.dimensions()), header);
    }

    /** Decodes at half, a quarter or an eighth of the size while that is enough for preview and thumbnail. */
    private List<String> jpegInput(String url, Dimensions dimensions) {
        int longer = Math.max(dimensions.width(), dimensions.height());
        int shorter = Math.min(dimensions.width(), dimensions.height());
        int halvings = 0;
        while (halvings < MAX_HALVINGS
                && longer >> (halvings + 1) >= settings.previewSize()
                && shorter >> (halvings + 1) >= settings.thumbnailSize()) {
            halvings++;
        }
        List<String> input = new ArrayList<>(IMAGE);
        input.addAll(List.of("mjpeg", "-lowres", Integer.toString(halvings), "-i", url));
        return input;
    }

    private Source image(String decoder, Path file, Header header) {
        List<String> format = new ArrayList<>(IMAGE);
        format.add(decoder);
        return opened(format, url(file), header);
    }

    private static Source opened(List<String> format, String url, Header header) {
        List<String> input = new ArrayList<>(format);
        input.addAll(List.of("-i", url));
        return Source.plain(input, header);
    }

    /** A raw file shows the picture that the camera made of it; a true TIFF is decoded. */
    private Source tiff(Path file, Content content) throws IOException {
        List<TiffDirectory> directories = TiffDirectory.all(content, 0);
        if (EmbeddedJpeg.isRaw(content, directories)) {
            return embedded(file, content, Format.TIFF);
        }
        if (directories.isEmpty() || directories.getFirst().isTiledOrJpeg()) {
            throw ErrorCode.UNREADABLE_MEDIA.exception(
                    "TIFF pictures in tiles or with JPEG inside are kept, but this build cannot decode them.");
        }
        return image("tiff", file, header(content, Format.TIFF));
    }

    private Source embedded(Path file, Content content, Format format) throws IOException {
        EmbeddedJpeg jpeg = EmbeddedJpeg.largest(content, format)
                .orElseThrow(() -> ErrorCode.UNREADABLE_MEDIA.exception(
                        "This raw file holds no preview, and raw pictures themselves are not developed here."));
        String url = "subfile,,start," + jpeg.offset() + ",end," + jpeg.end() + ",,:" + url(file);
        List<String> input = new ArrayList<>(List.of("-f", "jpeg_pipe"));
        input.addAll(List.of("-i", url));
        return Source.plain(input, jpeg.header());
    }

    private Source heif(Path file, Content content) throws IOException {
        HeifPicture picture = HeifPicture.of(content).orElseThrow(StillSources::damaged);
        List<String> input = List.of("-f", "mov", "-i", url(file));
        return new Source(
                input,
                new TileGraph(picture).toString(),
                picture.dimensions(),
                picture.orientation(),
                false,
                picture.color());
    }

    private static Header header(Content content, Format format) throws IOException {
        return Header.of(content, format).orElseThrow(StillSources::damaged);
    }

    private static HeirloomException damaged() {
        return ErrorCode.UNREADABLE_MEDIA.exception(
                "The file is damaged: it ends or breaks before its picture begins.");
    }

    private static String url(Path file) {
        return "file:" + file.toAbsolutePath();
    }
}
