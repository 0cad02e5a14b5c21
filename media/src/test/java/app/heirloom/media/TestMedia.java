package app.heirloom.media;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.embedding.FrameReader;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.metadata.MediaMetadata;
import app.heirloom.library.person.thumbnail.FaceCrop;
import app.heirloom.library.preview.PreviewSettings;
import app.heirloom.library.preview.RenderRequest;
import app.heirloom.library.preview.Rendition;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** The module as its users see it, with what tests need around it: files, derivatives, and ffmpeg to make videos. */
final class TestMedia implements AutoCloseable {
    static final Path PROGRAMS = Path.of(System.getProperty("heirloom.ffmpeg", "target/ffmpeg"));

    final Path folder;
    private final Media media;

    TestMedia(Path folder) {
        this(folder, MediaConfig.of(PROGRAMS));
    }

    TestMedia(Path folder, MediaConfig config) {
        this.folder = folder;
        this.media = Media.open(config);
    }

    static MediaConfig limited(Duration time, long memory) {
        return new MediaConfig(PROGRAMS, PreviewSettings.DEFAULT, time, memory);
    }

    Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    /** A file that ffmpeg makes. */
    Path made(String name, String... arguments) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        List<String> command =
                new ArrayList<>(List.of(PROGRAMS.resolve("ffmpeg").toString(), "-v", "error", "-nostdin", "-y"));
        command.addAll(List.of(arguments));
        command.add(file.toString());
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException("ffmpeg could not make " + name);
        }
        return file;
    }

    MediaMetadata read(Path file) {
        return media.metadata().read(file, AssetType.IMAGE, null);
    }

    MediaMetadata read(Path file, Path sidecar) {
        return media.metadata().read(file, AssetType.IMAGE, sidecar);
    }

    MediaMetadata glance(Path file) {
        return media.metadata().glance(file, AssetType.IMAGE);
    }

    /** Metadata, then previews, as the pipeline does. */
    Rendition render(Path file) {
        var frame = read(file).exif().frame();
        return media.previews().render(new RenderRequest(file, AssetType.IMAGE, frame, preview(), thumbnail()));
    }

    Picture picture(Path file, int longestSide) {
        return media.pictures().read(file, longestSide);
    }

    void crop(FaceCrop crop) {
        media.faces().crop(crop);
    }

    FrameReader frames() {
        return media.frames();
    }

    Path preview() {
        return folder.resolve("preview.jpeg");
    }

    Path thumbnail() {
        return folder.resolve("thumbnail.webp");
    }

    BufferedImage previewPicture() throws IOException {
        return ImageIO.read(preview().toFile());
    }

    @Override
    public void close() {
        media.close();
    }
}
