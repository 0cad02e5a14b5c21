package app.heirloom.media.image;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.preview.PreviewRenderer;
import app.heirloom.library.preview.PreviewSettings;
import app.heirloom.library.preview.RenderRequest;
import app.heirloom.library.preview.Rendition;
import app.heirloom.media.color.IccProfile;
import app.heirloom.media.color.Profiles;
import app.heirloom.media.format.Content;
import app.heirloom.media.format.Format;
import app.heirloom.media.format.Recognition;
import app.heirloom.media.header.Header;
import app.heirloom.media.program.Outcome;
import app.heirloom.media.program.Programs;
import app.heirloom.media.video.Poster;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders with one run of ffmpeg per file: decoded once, written thrice. */
public final class FfmpegPreviewRenderer implements PreviewRenderer {
    /** FFmpeg counts eight bytes a pixel with some margin in 31 bits. */
    private static final long DECODABLE_PIXELS = 262_000_000;

    private static final System.Logger LOG = System.getLogger(FfmpegPreviewRenderer.class.getName());

    private final Programs programs;
    private final PreviewSettings settings;
    private final StillSources stills;

    public FfmpegPreviewRenderer(Programs programs, PreviewSettings settings) {
        this.programs = programs;
        this.settings = settings;
        this.stills = new StillSources(settings);
    }

    @Override
    public Rendition render(RenderRequest request) {
        Path file = request.original();
        try (Content content = Content.open(file)) {
            Format format = Recognition.of(content);
            return format.isVideo() ? video(request, format) : still(request, content, format);
        } catch (IOException e) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The file is damaged: " + e.getMessage() + ".", e);
        }
    }

    private Rendition still(RenderRequest request, Content content, Format format) throws IOException {
        Optional<ByteBuffer> frame = format == Format.WEBP ? AnimatedWebp.firstFrame(content) : Optional.empty();
        return frame.isPresent()
                ? firstFrame(request, frame.get())
                : still(request, stills.of(request.original(), content, format));
    }

    /** The frame goes to a file beside the derivatives for a moment. */
    private Rendition firstFrame(RenderRequest request, ByteBuffer frame) throws IOException {
        Path file = request.thumbnail().resolveSibling(request.thumbnail().getFileName() + ".frame");
        try {
            AnimatedWebp.write(frame, file);
            try (Content content = Content.open(file)) {
                return still(request, stills.of(file, content, Format.WEBP));
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Rendition still(RenderRequest request, Source source) throws IOException {
        Outcome outcome = run(source, request);
        if (outcome.failed()) {
            throw outcome.failure("The file is damaged: its picture cannot be decoded.");
        }
        if (!outcome.complaint().isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "{0} is damaged and shown as far as it can be decoded: {1}",
                    request.original(),
                    outcome.complaint());
        }
        return finished(source, request, outcome);
    }

    /** The first moment that can be decoded and is not dark, else the last that can. */
    private Rendition video(RenderRequest request, Format format) throws IOException {
        Path file = request.original();
        VideoSources sources = VideoSources.of(file, format, programs);
        Outcome outcome = null;
        for (Duration moment : Poster.moments(sources.probe().duration())) {
            outcome = run(sources.at(moment), request);
            if (outcome.yielded() && !RgbaImage.ofPam(outcome.output()).isDark()) {
                break;
            }
        }
        if (outcome == null || !outcome.yielded()) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The file is damaged: no frame of the video can be decoded.");
        }
        return finished(sources.at(Duration.ZERO), request, outcome);
    }

    private Outcome run(Source source, RenderRequest request) {
        refuseTooLarge(source.dimensions());
        return programs.ffmpeg(arguments(source, request));
    }

    private Rendition finished(Source source, RenderRequest request, Outcome outcome) throws IOException {
        RgbaImage small = RgbaImage.ofPam(outcome.output());
        keepColors(source, request);
        boolean turned = orientation(source, request) > 4;
        Dimensions upright = turned ? source.dimensions().turned() : source.dimensions();
        return new Rendition(upright, ThumbHashEncoder.encode(small));
    }

    private void keepColors(Source source, RenderRequest request) throws IOException {
        IccProfile kept = source.color().profileToKeep();
        if (kept != null || source.color().profile() != null) {
            Profiles.intoJpeg(request.preview(), kept);
        }
        if (kept != null) {
            try (Content thumbnail = Content.open(request.thumbnail())) {
                Dimensions dimensions =
                        Header.of(thumbnail, Format.WEBP).orElseThrow().dimensions();
                Profiles.intoWebp(request.thumbnail(), kept, dimensions.width(), dimensions.height());
            }
        }
    }

    private void refuseTooLarge(Dimensions dimensions) {
        long limit = Math.min(settings.maxPixels(), DECODABLE_PIXELS);
        if (dimensions.pixels() > limit) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The picture has " + dimensions + " = "
                    + dimensions.pixels() / 1_000_000 + " megapixels; the limit is " + limit / 1_000_000 + ".");
        }
    }

    private List<String> arguments(Source source, RenderRequest request) {
        List<String> arguments = new ArrayList<>(
                List.of("-threads", "1", "-filter_threads", "1", "-filter_complex_threads", "1", "-noautorotate"));
        arguments.addAll(List.of("-max_pixels", Long.toString(settings.maxPixels())));
        arguments.addAll(List.of("-protocol_whitelist", "file,subfile"));
        arguments.addAll(source.input());
        arguments.addAll(
                List.of("-filter_complex", new RenderGraph(source, settings, orientation(source, request)).toString()));
        arguments.addAll(List.of("-map", "[p]", "-frames:v", "1", "-c:v", "mjpeg", "-q:v", quantizer()));
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

    /** The quality of libjpeg as the quantizer of ffmpeg that comes out at the same size or less, and looks as good. */
    private String quantizer() {
        int quality = settings.previewQuality();
        int scale = quality < 50 ? 5_000 / Math.max(1, quality) : 200 - 2 * quality;
        return Integer.toString(Math.clamp(Math.round(scale / 10.0), 2, 31));
    }

    private static int orientation(Source source, RenderRequest request) {
        Integer said = request.frame().orientation();
        return said == null ? source.orientation() : said;
    }
}
