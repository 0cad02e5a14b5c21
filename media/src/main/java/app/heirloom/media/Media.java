package app.heirloom.media;

import app.heirloom.library.embedding.FrameReader;
import app.heirloom.library.embedding.PictureReader;
import app.heirloom.library.metadata.extraction.MetadataReader;
import app.heirloom.library.metadata.sidecar.SidecarWriter;
import app.heirloom.library.person.thumbnail.FaceCropper;
import app.heirloom.library.preview.PreviewRenderer;
import app.heirloom.media.image.FfmpegFaceCropper;
import app.heirloom.media.image.FfmpegFrameReader;
import app.heirloom.media.image.FfmpegPictureReader;
import app.heirloom.media.image.FfmpegPreviewRenderer;
import app.heirloom.media.metadata.FileMetadataReader;
import app.heirloom.media.metadata.XmpSidecarWriter;
import app.heirloom.media.program.Limits;
import app.heirloom.media.program.Programs;

/** Reads metadata, renders previews, decodes pictures; the one door of this module. */
public final class Media implements AutoCloseable {
    private final Programs programs;
    private final MetadataReader metadata;
    private final PreviewRenderer previews;
    private final FaceCropper faces;
    private final PictureReader pictures;
    private final FrameReader frames;

    private Media(Programs programs, MediaConfig config) {
        this.programs = programs;
        this.metadata = new FileMetadataReader(programs);
        this.previews = new FfmpegPreviewRenderer(programs, config.previews());
        this.faces = new FfmpegFaceCropper(programs, config.previews());
        this.pictures = new FfmpegPictureReader(programs, metadata, config.previews());
        this.frames = new FfmpegFrameReader(programs, config.previews());
    }

    /**
     * Finds the programs and tries them.
     *
     * @throws app.heirloom.library.error.HeirloomException MISSING_PROGRAM when ffmpeg or ffprobe is absent or does
     *     not start
     */
    public static Media open(MediaConfig config) {
        var limits = new Limits(config.timeLimit(), config.memoryLimitInBytes());
        return new Media(Programs.find(config.programs(), limits), config);
    }

    public MetadataReader metadata() {
        return metadata;
    }

    public SidecarWriter sidecars() {
        return new XmpSidecarWriter();
    }

    public PreviewRenderer previews() {
        return previews;
    }

    public FaceCropper faces() {
        return faces;
    }

    public PictureReader pictures() {
        return pictures;
    }

    public FrameReader frames() {
        return frames;
    }

    /** Kills the child processes that are still running; their callers get a CancellationException. */
    @Override
    public void close() {
        programs.close();
    }
}
