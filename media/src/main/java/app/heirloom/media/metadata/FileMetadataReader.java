package app.heirloom.media.metadata;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.MediaMetadata;
import app.heirloom.library.metadata.extraction.MetadataReader;
import app.heirloom.media.bmff.Movie;
import app.heirloom.media.bmff.MovieReader;
import app.heirloom.media.format.Content;
import app.heirloom.media.format.Format;
import app.heirloom.media.format.Recognition;
import app.heirloom.media.program.Programs;
import app.heirloom.media.video.VideoProbe;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads headers in this process; only videos whose container nobody here reads go to ffprobe. */
public final class FileMetadataReader implements MetadataReader {
    private static final long MAX_SIDECAR = 8 << 20;

    private final Programs programs;

    public FileMetadataReader(Programs programs) {
        this.programs = programs;
    }

    @Override
    public MediaMetadata read(Path original, AssetType type, @Nullable Path sidecar) {
        MediaMetadata said = read(original, StillFacts::of);
        return sidecar(sidecar)
                .map(facts -> new MediaMetadata(
                        new SidecarFacts(facts).over(said.exif()),
                        said.contentIdentifier(),
                        said.motionClip(),
                        FaceRegions.either(FaceRegions.of(facts.meta()), said.faces())))
                .orElse(said);
    }

    @Override
    public MediaMetadata glance(Path original, AssetType type) {
        return read(original, StillFacts::glance);
    }

    private interface StillReader {
        MediaMetadata read(Path file, Content content, Format format) throws IOException;
    }

    private MediaMetadata read(Path file, StillReader still) {
        try (Content content = Content.open(file)) {
            Format format = Recognition.of(content);
            return switch (format) {
                case MOVIE -> movie(file, content);
                case OTHER_VIDEO -> probed(file);
                default -> still.read(file, content, format);
            };
        } catch (IOException e) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The file cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private MediaMetadata movie(Path file, Content content) throws IOException {
        Movie movie = MovieReader.read(content);
        Exif exif = MovieFacts.of(movie);
        ByteBuffer packet = movie.xmp();
        if (packet != null) {
            Optional<XmpFacts> xmp = XmpFacts.parse(packet);
            exif = xmp.isPresent() ? Overlay.of(exif, xmp.get().exif()) : exif;
        }
        if (movie.track() == null) {
            exif = Overlay.of(exif, probed(file).exif());
        }
        return new MediaMetadata(exif, MovieFacts.contentIdentifier(movie), null, List.of());
    }

    /** A damaged video has no metadata; that it is damaged, its preview tells. */
    private MediaMetadata probed(Path file) {
        Exif exif = Exif.UNKNOWN;
        try {
            exif = VideoProbe.of(file, programs).map(MovieFacts::of).orElse(exif);
        } catch (HeirloomException e) {
            if (e.code() != ErrorCode.UNREADABLE_MEDIA) {
                throw e;
            }
        }
        return new MediaMetadata(exif, null, null, List.of());
    }

    private static Optional<XmpFacts> sidecar(@Nullable Path sidecar) {
        try {
            return sidecar == null || Files.size(sidecar) > MAX_SIDECAR
                    ? Optional.empty()
                    : XmpFacts.parse(ByteBuffer.wrap(Files.readAllBytes(sidecar)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
