package app.heirloom.media.metadata;

import app.heirloom.media.bmff.Movie;
import app.heirloom.media.bmff.MovieReader;
import app.heirloom.media.format.Content;
import app.heirloom.media.format.Format;
import com.drew.metadata.Metadata;
import com.drew.metadata.gif.GifControlDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long an animated still plays. */
final class Animation {
    private static final int FRAME = 0x464d4e41;
    private static final int MAX_CHUNKS = 100_000;

    private Animation() {}

    static @Nullable Duration duration(Content content, Format format, Metadata metadata) throws IOException {
        Duration duration = switch (format) {
            case GIF -> gif(metadata);
            case WEBP -> webp(content);
            case HEIF -> sequence(content);
            default -> Duration.ZERO;
        };
        return duration.isZero() ? null : duration;
    }

    private static Duration gif(Metadata metadata) {
        long hundredths = 0;
        int frames = 0;
        for (GifControlDirectory control : metadata.getDirectoriesOfType(GifControlDirectory.class)) {
            Integer delay = control.getInteger(GifControlDirectory.TAG_DELAY);
            hundredths += delay == null ? 0 : delay;
            frames++;
        }
        return frames > 1 ? Duration.ofMillis(hundredths * 10) : Duration.ZERO;
    }

    private static Duration webp(Content content) throws IOException {
        long millis = 0;
        long at = 12;
        for (int i = 0; i < MAX_CHUNKS && at + 24 <= content.size(); i++) {
            ByteBuffer chunk = content.read(at, 24).order(ByteOrder.LITTLE_ENDIAN);
            millis += chunk.getInt(0) == FRAME ? chunk.getInt(20) & 0xffffff : 0;
            long length = Integer.toUnsignedLong(chunk.getInt(4));
            at += 8 + length + (length & 1);
        }
        return Duration.ofMillis(millis);
    }

    private static Duration sequence(Content content) throws IOException {
        Movie.Track track = MovieReader.read(content).track();
        return track == null || track.framesPerSecond() == null ? Duration.ZERO : track.duration();
    }
}
