package app.heirloom.media.image;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.media.color.ColorDescription;
import app.heirloom.media.format.Content;
import app.heirloom.media.format.Format;
import app.heirloom.media.format.Recognition;
import app.heirloom.media.program.Programs;
import app.heirloom.media.video.VideoProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Opens a video at a moment. */
record VideoSources(Path file, Format format, VideoProbe probe) {
    private static final int HLG = 18;

    /** Fails as UNREADABLE_MEDIA when the file is no video. */
    static VideoSources of(Path file, Programs programs) {
        try (Content content = Content.open(file)) {
            return of(file, Recognition.of(content), programs);
        } catch (IOException e) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The file is damaged: " + e.getMessage() + ".", e);
        }
    }

    static VideoSources of(Path file, Format format, Programs programs) {
        return VideoProbe.of(file, programs)
                .map(probe -> new VideoSources(file, format, probe))
                .orElseThrow(
                        () -> ErrorCode.UNREADABLE_MEDIA.exception("The file holds no video, only sound perhaps."));
    }

    /** The picture shown at the moment. */
    Source at(Duration moment) {
        return opened(List.of(), moment, "null");
    }

    /** The key frame that the moment builds on, which costs no decoding of what lies between. */
    Source keyFrameAt(Duration moment) {
        String square =
                "scale=" + probe.dimensions().width() + ":" + probe.dimensions().height() + ",setsar=1";
        return opened(List.of("-skip_frame", "nokey", "-noaccurate_seek"), moment, square);
    }

    private Source opened(List<String> how, Duration moment, String filter) {
        List<String> input = new ArrayList<>(how);
        if (format == Format.MOVIE) {
            input.addAll(List.of("-f", "mov"));
        } else {
            input.addAll(List.of("-format_whitelist", VideoProbe.CONTAINERS));
        }
        if (!moment.isZero()) {
            input.addAll(List.of("-ss", Double.toString(moment.toMillis() / 1_000.0)));
        }
        input.addAll(List.of("-i", "file:" + file.toAbsolutePath()));
        var color = probe.highDynamicRange() ? new ColorDescription(null, 0, HLG) : ColorDescription.UNKNOWN;
        return new Source(input, "[0:V:0]" + filter, probe.dimensions(), probe.orientation(), false, color);
    }
}
