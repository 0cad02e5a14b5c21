package app.heirloom.media.video;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.media.program.Outcome;
import app.heirloom.media.program.Programs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What ffprobe says of a video.
 *
 * @param dimensions as stored, with square pixels
 * @param orientation 1, 3, 6 or 8
 * @param highDynamicRange whether its light reaches beyond what a JPEG shows
 * @param tags of the file and its video stream, in lower case
 */
public record VideoProbe(
        Dimensions dimensions,
        int orientation,
        @Nullable Duration duration,
        @Nullable Double framesPerSecond,
        boolean highDynamicRange,
        Map<String, String> tags) {
    private static final String ENTRIES = "format=duration:format_tags:stream=width,height,sample_aspect_ratio,"
            + "avg_frame_rate,duration,color_transfer:stream_tags:stream_side_data=rotation";
    /** Text formats that name other files are not among them. */
    public static final String CONTAINERS = "mov,matroska,webm,avi,mpeg,mpegvideo,mpegts,flv,asf,ogg,mxf";

    public VideoProbe {
        tags = Map.copyOf(tags);
    }

    /**
     * Probes the first stream with moving pictures; empty when there is none.
     *
     * @throws app.heirloom.library.error.HeirloomException UNREADABLE_MEDIA when the file cannot be read as a video
     */
    public static Optional<VideoProbe> of(Path file, Programs programs) {
        Outcome outcome = programs.ffprobe(List.of(
                "-protocol_whitelist",
                "file",
                "-format_whitelist",
                CONTAINERS,
                "-select_streams",
                "V:0",
                "-show_entries",
                ENTRIES,
                "-of",
                "default=noprint_wrappers=1",
                "file:" + file.toAbsolutePath()));
        if (outcome.failed()) {
            throw outcome.failure("The file is damaged: it cannot be read as a video.");
        }
        return parse(new String(outcome.output(), StandardCharsets.UTF_8));
    }

    private static Optional<VideoProbe> parse(String output) {
        Map<String, String> values = new HashMap<>();
        Map<String, String> tags = new HashMap<>();
        output.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.endsWith("=N/A")) {
                String key = line.substring(0, equals);
                String value = line.substring(equals + 1);
                if (key.startsWith("TAG:")) {
                    tags.putIfAbsent(key.substring(4).toLowerCase(Locale.ROOT), value);
                } else {
                    values.putIfAbsent(key, value);
                }
            }
        });
        int width = (int) Math.round(number(values, "width", 0) * aspect(values));
        int height = (int) number(values, "height", 0);
        if (width < 1 || height < 1) {
            return Optional.empty();
        }
        double seconds = number(values, "duration", 0);
        double rate = ratio(values.getOrDefault("avg_frame_rate", "0/0"), '/');
        String transfer = values.getOrDefault("color_transfer", "");
        return Optional.of(new VideoProbe(
                new Dimensions(width, height),
                orientation((int) number(values, "rotation", 0)),
                seconds > 0 ? Duration.ofMillis(Math.round(seconds * 1_000)) : null,
                rate > 0 ? Math.round(rate * 1_000) / 1_000.0 : null,
                transfer.equals("smpte2084") || transfer.equals("arib-std-b67"),
                tags));
    }

    private static int orientation(int rotation) {
        return switch (Math.floorMod(rotation, 360)) {
            case 90 -> 8;
            case 180 -> 3;
            case 270 -> 6;
            default -> 1;
        };
    }

    private static double aspect(Map<String, String> values) {
        double aspect = ratio(values.getOrDefault("sample_aspect_ratio", "1:1"), ':');
        return aspect > 0.1 && aspect < 10 ? aspect : 1;
    }

    private static double ratio(String text, char separator) {
        int at = text.indexOf(separator);
        try {
            return at < 0
                    ? 0
                    : Double.parseDouble(text.substring(0, at))
                            / Math.max(1e-9, Double.parseDouble(text.substring(at + 1)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static double number(Map<String, String> values, String key, double otherwise) {
        try {
            return Double.parseDouble(values.getOrDefault(key, ""));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
