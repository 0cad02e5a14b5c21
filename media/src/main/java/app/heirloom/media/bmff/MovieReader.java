package app.heirloom.media.bmff;

import app.heirloom.media.format.Content;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a movie's headers; what is damaged is left out. */
public final class MovieReader {
    private static final UUID XMP = UUID.fromString("be7acfcb-97a9-42e8-9c71-999491e3afac");
    private static final Instant EPOCH = Instant.parse("1904-01-01T00:00:00Z");

    private final Content content;

    private MovieReader(Content content) {
        this.content = content;
    }

    public static Movie read(Content content) throws IOException {
        return new MovieReader(content).read();
    }

    private Movie read() throws IOException {
        List<Box> top = Box.topLevel(content);
        Map<String, String> texts = new HashMap<>();
        Movie.Track track = null;
        Instant created = null;
        ByteBuffer xmp = xmp(top);
        Optional<Box> movie = Box.first(top, "moov");
        for (Box box : movie.isEmpty() ? List.<Box>of() : movie.get().children(content, 0)) {
            try {
                switch (box.type()) {
                    case "mvhd" -> created = created(box.payload(content));
                    case "trak" -> track = track == null ? TrackReader.read(content, box) : track;
                    case "udta" -> {
                        UserData.read(content, box, texts);
                        xmp = box.find(content, "XMP_").isPresent()
                                ? box.find(content, "XMP_").get().payload(content)
                                : xmp;
                    }
                    case "meta" -> UserData.readMeta(content, box, texts);
                    default -> {}
                }
            } catch (BufferUnderflowException | IndexOutOfBoundsException | EOFException _) {
                // What is damaged is left out.
            }
        }
        return new Movie(track, created, texts, xmp);
    }

    private @Nullable ByteBuffer xmp(List<Box> top) throws IOException {
        for (Box box : top) {
            if (box.type().equals("uuid") && box.size() > 16) {
                ByteBuffer id = content.upTo(box.start(), 16);
                if (id.remaining() == 16 && new UUID(id.getLong(0), id.getLong(8)).equals(XMP)) {
                    return new Box(box.type(), box.start() + 16, box.end()).payload(content);
                }
            }
        }
        return null;
    }

    private static @Nullable Instant created(ByteBuffer header) {
        long seconds = header.get(0) == 1 ? header.getLong(4) : Integer.toUnsignedLong(header.getInt(4));
        boolean sane = seconds > 0 && seconds < 1L << 33;
        return sane ? EPOCH.plusSeconds(seconds) : null;
    }
}
