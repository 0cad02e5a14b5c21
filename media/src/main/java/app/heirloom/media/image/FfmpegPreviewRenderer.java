package app.heirloom.media.image;

import app.heirloom.library.asset.Dimensions;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.preview.PreviewRenderer;
import app.heirloom.library.preview.PreviewSettings;
import app.heirloom.library.preview.RenderRequest;
import app.heirloom.library.preview.Rendition;
import app.heirloom.media.format.Content;
import app.heirloom.media.format.Format;
import app.heirloom.media.format.Recognition;
import app.heirloom.media.program.Outcome;
import app.heirloom.media.program.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Renders with one run of ffmpeg per file: decoded once, written thrice. */
public final class FfmpegPreviewRenderer implements PreviewRenderer {
    private final Programs programs;
    private final PreviewSettings settings;
    private final StillSources stills;

    public FfmpegPreviewRenderer(Programs programs, PreviewSettings settings) {
        this.programs = programs;
        this.settings = settings;
        this.stills = new StillSources(settings.previewSize());
    }

    @Override
    public Rendition render(RenderRequest request) {
        Source source = source(request);
        refuseTooLarge(source.dimensions());
        Outcome outcome = programs.ffmpeg(arguments(source, request));
        if (outcome.failed()) {
            throw outcome.failure("The file is damaged: its picture cannot be decoded.");
        }
        RgbaImage small = RgbaImage.ofPam(outcome.output());
        Dimensions upright = request.frame().isTurned() ? source.dimensions().turned() : source.dimensions();
        return new Rendition(upright, ThumbHashEncoder.encode(small));
    }

    private Source source(RenderRequest request) {
        Path file = request.original();
        try (Content content = Content.open(file)) {
            Format format = Recognition.of(content);
            return stills.of(file, content, format);
        } catch (IOException e) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The file is damaged: " + e.getMessage() + ".", e);
        }
    }

    private void refuseTooLarge(Dimensions dimensions) {
        if (dimensions.pixels() > settings.maxPixels()) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The picture has " + dimensions + " = "
                    + dimensions.pixels() / 1_000_000 + " megapixels; the limit is "
                    + settings.maxPixels() / 1_000_000 + ".");
        }
    }

    private List<String> arguments(Source source, RenderRequest request) {
        List<String> arguments = new ArrayList<>(
                List.of("-threads", "1", "-filter_threads", "1", "-filter_complex_threads", "1", "-noautorotate"));
        arguments.addAll(List.of("-max_pixels", Long.toString(settings.maxPixels())));
        arguments.addAll(List.of("-protocol_whitelist", "file,subfile"));
        arguments.addAll(source.input());
        arguments.addAll(
                List.of("-filter_complex", new RenderGraph(source, settings, orientation(request.frame())).toString()));
        arguments.addAll(List.of("-map", "[p]", "-frames:v", "1", "-c:v", "mjpeg", "-q:v", "4"));
        arguments.addAll(List.of(
                "-f",
                "image2",
                "-update",
                "1",
                "-y",
                "file:" + request.preview().toAbsolutePath()));
        arguments.addAll(List.of("-map", "[t]", "-frames:v", "1", "-c:v", "libwebp", "-compression_level", "2"));
        arguments.addAll(List.of("-quality", Integer.toString(settings.thumbnailQuality())));
        arguments.addAll(
                List.of("-f", "webp", "-y", "file:" + request.thumbnail().toAbsolutePath()));
        arguments.addAll(List.of("-map", "[h]", "-frames:v", "1", "-c:v", "pam", "-f", "image2pipe", "pipe:1"));
        return arguments;
    }

    private static int orientation(Frame frame) {
        Integer orientation = frame.orientation();
        return orientation == null ? 1 : orientation;
    }
}
