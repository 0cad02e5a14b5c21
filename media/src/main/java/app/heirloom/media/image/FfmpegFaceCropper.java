package app.heirloom.media.image;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.person.thumbnail.FaceCrop;
import app.heirloom.library.person.thumbnail.FaceCropper;
import app.heirloom.library.preview.PreviewSettings;
import app.heirloom.media.format.Content;
import app.heirloom.media.format.Recognition;
import app.heirloom.media.program.Outcome;
import app.heirloom.media.program.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts faces out with one run of ffmpeg: of the preview, or of the original where the preview shows the face too small or,
 * of a video, not at all.
 */
public final class FfmpegFaceCropper implements FaceCropper {
    private final Programs programs;
    private final PreviewSettings settings;
    private final StillSources stills;

    public FfmpegFaceCropper(Programs programs, PreviewSettings settings) {
        this.programs = programs;
        this.settings = settings;
        this.stills = new StillSources(settings);
    }

    @Override
    public void crop(FaceCrop crop) {
        Path preview = crop.preview();
        Duration moment = crop.box().moment();
        try {
            if (moment != null && crop.type() == AssetType.VIDEO) {
                cropMoment(crop, moment);
            } else if (preview == null || !cropPreview(crop, preview)) {
                cropOriginal(crop);
            }
        } catch (IOException e) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The file is damaged: " + e.getMessage() + ".", e);
        }
    }

    private void cropMoment(FaceCrop crop, Duration moment) {
        Source source = VideoSources.of(crop.original(), programs).keyFrameAt(moment);
        run(source, source.orientation(), crop);
    }

    private boolean cropPreview(FaceCrop crop, Path preview) throws IOException {
        Source source = source(preview);
        var square = FaceSquare.around(crop.box(), source.dimensions());
        boolean isLargeEnough = square.side() >= FaceSquare.THUMBNAIL || crop.type() == AssetType.VIDEO;
        if (isLargeEnough) {
            run(source, 1, square, crop.target());
        }
        return isLargeEnough;
    }

    private void cropOriginal(FaceCrop crop) throws IOException {
        if (crop.type() == AssetType.VIDEO) {
            throw ErrorCode.NOT_FOUND.exception("There is no preview of the video yet");
        }
        Source source = source(crop.original());
        run(source, orientation(source, crop.frame().orientation()), crop);
    }

    private void run(Source source, int orientation, FaceCrop crop) {
        Dimensions stored = source.dimensions();
        Dimensions upright = orientation > 4 ? stored.turned() : stored;
        run(source, orientation, FaceSquare.around(crop.box(), upright), crop.target());
    }

    private Source source(Path file) throws IOException {
        try (Content content = Content.open(file)) {
            return stills.of(file, content, Recognition.of(content));
        }
    }

    private void run(Source source, int orientation, FaceSquare square, Path target) {
        Outcome outcome = programs.ffmpeg(arguments(source, orientation, square, target));
        if (outcome.failed()) {
            throw outcome.failure("The file is damaged: its picture cannot be decoded.");
        }
    }

    private List<String> arguments(Source source, int orientation, FaceSquare square, Path target) {
        List<String> arguments = new ArrayList<>(List.of("-threads", "1", "-filter_complex_threads", "1"));
        arguments.addAll(List.of("-noautorotate", "-max_pixels", Long.toString(settings.maxPixels())));
        arguments.addAll(List.of("-protocol_whitelist", "file,subfile"));
        arguments.addAll(source.input());
        arguments.addAll(List.of(
                "-filter_complex",
                source.picture() + RenderGraph.toned(source) + RenderGraph.turning(orientation) + square.filter()
                        + "[face]"));
        arguments.addAll(List.of("-map", "[face]", "-frames:v", "1", "-c:v", "mjpeg", "-q:v", "3"));
        arguments.addAll(List.of("-f", "image2", "-update", "1", "-y", "file:" + target.toAbsolutePath()));
        return arguments;
    }

    private static int orientation(Source source, @Nullable Integer said) {
        return said == null ? source.orientation() : said;
    }
}
