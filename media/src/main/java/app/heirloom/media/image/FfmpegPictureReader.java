package app.heirloom.media.image;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.embedding.PictureReader;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.metadata.extraction.MetadataReader;
import app.heirloom.library.preview.PreviewSettings;
import app.heirloom.media.format.Content;
import app.heirloom.media.format.Format;
import app.heirloom.media.format.Recognition;
import app.heirloom.media.program.Outcome;
import app.heirloom.media.program.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Decodes stills with ffmpeg and takes their pixels through its standard output. */
public final class FfmpegPictureReader implements PictureReader {
    private final Programs programs;
    private final MetadataReader metadata;
    private final StillSources stills;

    public FfmpegPictureReader(Programs programs, MetadataReader metadata, PreviewSettings settings) {
        this.programs = programs;
        this.metadata = metadata;
        this.stills = new StillSources(settings);
    }

    @Override
    public Picture read(Path file, int longestSide) {
        try (Content content = Content.open(file);
                SpeakableFile named = SpeakableFile.of(file)) {
            Format format = Recognition.of(content);
            if (format.isVideo()) {
                throw ErrorCode.UNREADABLE_MEDIA.exception(file + " is a video, not a picture.");
            }
            Source source = stills.of(named.path(), content, format);
            var bitmap = new Bitmap(longestSide);
            Outcome outcome = programs.ffmpeg(arguments(source, orientation(file, source), longestSide), bitmap);
            if (outcome.failed()) {
                throw outcome.failure("The file is damaged: its picture cannot be decoded.");
            }
            return bitmap.picture();
        } catch (IOException e) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The file is damaged: " + e.getMessage() + ".", e);
        }
    }

    private int orientation(Path file, Source source) {
        Integer said = metadata.read(file, AssetType.IMAGE, null).exif().frame().orientation();
        return said == null ? source.orientation() : said;
    }

    private static List<String> arguments(Source source, int orientation, int longestSide) {
        var arguments =
                new ArrayList<String>(List.of("-threads", "1", "-filter_complex_threads", "1", "-noautorotate"));
        arguments.addAll(List.of("-protocol_whitelist", "file,subfile"));
        arguments.addAll(source.input());
        String graph = source.picture() + "," + RenderGraph.inside(longestSide) + RenderGraph.turning(orientation)
                + ",format=bgr24[o]";
        arguments.addAll(List.of("-filter_complex", graph, "-map", "[o]", "-frames:v", "1"));
        arguments.addAll(List.of("-c:v", "bmp", "-f", "image2pipe", "pipe:1"));
        return arguments;
    }
}
