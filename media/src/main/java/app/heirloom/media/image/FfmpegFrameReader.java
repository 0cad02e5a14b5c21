package app.heirloom.media.image;

import app.heirloom.library.embedding.FrameReader;
import app.heirloom.library.embedding.FrameSampling;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.preview.PreviewSettings;
import app.heirloom.media.program.Outcome;
import app.heirloom.media.program.Programs;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decodes key frames, one run of ffmpeg for each, which seeks: a long video costs no more than a short one. */
public final class FfmpegFrameReader implements FrameReader {
    private static final System.Logger LOG = System.getLogger(FfmpegFrameReader.class.getName());

    private final Programs programs;
    private final PreviewSettings settings;

    public FfmpegFrameReader(Programs programs, PreviewSettings settings) {
        this.programs = programs;
        this.settings = settings;
    }

    @Override
    public void read(Path video, FrameSampling sampling, int longestSide, Consumer<Frame> viewer) {
        VideoSources sources = VideoSources.of(video, programs);
        Picture before = null;
        for (Duration moment : sampling.moments(sources.probe().duration())) {
            Optional<Picture> picture = picture(video, sources.keyFrameAt(moment), moment, longestSide);
            if (picture.isPresent() && !isSame(picture.get(), before)) {
                before = picture.get();
                viewer.accept(new Frame(moment, before));
            }
        }
    }

    private Optional<Picture> picture(Path video, Source source, Duration moment, int longestSide) {
        var bitmap = new Bitmap(longestSide);
        Outcome outcome = programs.ffmpeg(arguments(source, longestSide), bitmap);
        try {
            if (outcome.failed()) {
                throw outcome.failure("That moment cannot be decoded.");
            }
            return Optional.of(bitmap.picture());
        } catch (HeirloomException e) {
            LOG.log(
                    Level.WARNING,
                    "{0} is not searched for faces at {1} s: {2}",
                    video,
                    moment.toSeconds(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    private List<String> arguments(Source source, int longestSide) {
        List<String> arguments = new ArrayList<>(List.of("-threads", "1", "-filter_complex_threads", "1"));
        arguments.addAll(List.of("-noautorotate", "-max_pixels", Long.toString(settings.maxPixels())));
        arguments.addAll(List.of("-protocol_whitelist", "file"));
        arguments.addAll(source.input());
        String graph = source.picture() + "," + RenderGraph.inside(longestSide) + RenderGraph.toned(source)
                + RenderGraph.turning(source.orientation()) + ",format=bgr24[o]";
        arguments.addAll(List.of("-filter_complex", graph, "-map", "[o]", "-frames:v", "1"));
        arguments.addAll(List.of("-c:v", "bmp", "-f", "image2pipe", "pipe:1"));
        return arguments;
    }

    /** Two moments may have one key frame. */
    private static boolean isSame(Picture picture, @Nullable Picture before) {
        return before != null && Arrays.equals(picture.rgb(), before.rgb());
    }
}
