package app.heirloom.media.image;

import app.heirloom.media.color.ColorDescription;
import app.heirloom.media.format.Format;
import app.heirloom.media.video.VideoProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Opens a video at a moment. */
record VideoSources(Path file, Format format, VideoProbe probe) {
    private static final int HLG = 18;

    Source at(Duration moment) {
        List<String> input = new ArrayList<>();
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
        return new Source(input, "[0:V:0]null", probe.dimensions(), probe.orientation(), false, color);
    }
}
