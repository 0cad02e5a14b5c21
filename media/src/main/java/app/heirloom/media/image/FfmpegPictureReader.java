package app.heirloom.media.image;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.embedding.PictureReader;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.metadata.MetadataReader;
import app.heirloom.library.preview.PreviewSettings;
import app.heirloom.media.format.Content;
import app.heirloom.media.format.Format;
import app.heirloom.media.format.Recognition;
import app.heirloom.media.program.Outcome;
import app.heirloom.media.program.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes stills with ffmpeg and takes their pixels through its standard output. */
public final class FfmpegPictureReader implements PictureReader {
    /** Netpbm's PPM: its dimensions, then the pixels. */
    private static final Pattern PPM = Pattern.compile("P6\\s(\\d+)\\s(\\d+)\\s255\\s");

    private static final int MAX_HEAD = 40;

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
            Outcome outcome = programs.ffmpeg(arguments(source, orientation(file, source), longestSide));
            if (outcome.failed()) {
                throw outcome.failure("The file is damaged: its picture cannot be decoded.");
            }
            return picture(outcome.output());
        } catch (IOException e) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The file is damaged: " + e.getMessage() + ".", e);
        }
    }

    private int orientation(Path file, Source source) {
        Integer said = metadata.read(file, AssetType.IMAGE, null).exif().frame().orientation();
        return said == null ? source.orientation() : said;
    }

    private static List<String> arguments(Source source, int orientation, int longestSide) {
        var arguments = new ArrayList<String>(List.of("-threads", "1", "-noautorotate"));
        arguments.addAll(List.of("-protocol_whitelist", "file,subfile"));
        arguments.addAll(source.input());
        String graph = source.picture() + "," + RenderGraph.inside(longestSide) + RenderGraph.turning(orientation)
                + ",format=rgb24[o]";
        arguments.addAll(List.of("-filter_complex", graph, "-map", "[o]", "-frames:v", "1"));
        arguments.addAll(List.of("-c:v", "ppm", "-f", "image2pipe", "pipe:1"));
        return arguments;
    }

    private static Picture picture(byte[] ppm) {
        Matcher head = PPM.matcher(new String(ppm, 0, Math.min(ppm.length, MAX_HEAD), StandardCharsets.ISO_8859_1));
        if (!head.lookingAt()) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The file holds no picture that can be decoded.");
        }
        int width = Integer.parseInt(head.group(1));
        int height = Integer.parseInt(head.group(2));
        int end = head.end() + width * height * Picture.CHANNELS;
        if (ppm.length < end) {
            throw ErrorCode.UNREADABLE_MEDIA.exception("The decoder stopped in the middle of the picture.");
        }
        return new Picture(width, height, Arrays.copyOfRange(ppm, head.end(), end));
    }
}
