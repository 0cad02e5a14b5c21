package app.heirloom.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.embedding.FrameReader.Frame;
import app.heirloom.library.embedding.FrameSampling;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.thumbnail.FaceCrop;
import app.heirloom.testkit.TinyPhotos;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramesTest {
    /** Ten seconds each of red, lime and blue, the last right half of it white. */
    private static final String COLORS = "color=red:s=64x48:d=10:r=5[r];color=lime:s=64x48:d=10:r=5[g];"
            + "color=blue:s=64x48:d=10:r=5,drawbox=x=32:color=white:thickness=fill[b];[r][g][b]concat=n=3";

    @AutoClose
    private final TestMedia media;

    FramesTest(@TempDir Path folder) {
        media = new TestMedia(folder);
    }

    @Test
    void showsKeyFramesOfTheWholeVideo() throws Exception {
        List<Frame> frames = frames(video("video.mp4", 5), 3, 1440);

        assertThat(frames).extracting(frame -> frame.moment().toSeconds()).containsExactly(5L, 15L, 25L);
        assertThat(frames).extracting(frame -> color(frame.picture(), 10)).containsExactly("red", "lime", "blue");
        assertThat(color(frames.getLast().picture(), 50)).isEqualTo("white");
    }

    @Test
    void showsAKeyFrameOnceForAllMomentsThatBuildOnIt() throws Exception {
        assertThat(frames(video("video.mkv", 1_000), 6, 1440)).hasSizeLessThan(6);
        assertThat(frames(video("still.mp4", 5), 6, 1440)).hasSize(3); // each colour looks the same for ten seconds
    }

    @Test
    void turnsThemUprightAndMakesThemSmall() throws Exception {
        Path turned = media.made(
                "turned.mp4",
                "-display_rotation",
                "-90",
                "-i",
                video("a.mp4", 5).toString(),
                "-c",
                "copy");

        Picture last = frames(turned, 3, 32).getLast().picture();

        assertThat(new Dimensions(last.width(), last.height())).isEqualTo(new Dimensions(24, 32));
        assertThat(color(last.at(4, 4, 0), last.at(4, 4, 1), last.at(4, 4, 2))).isEqualTo("blue");
        assertThat(color(last.at(4, 28, 0), last.at(4, 28, 1), last.at(4, 28, 2)))
                .isEqualTo("white");
    }

    @Test
    void leavesOutWhatIsCutOff() throws Exception {
        Path whole = video("whole.mkv", 5);
        byte[] bytes = Files.readAllBytes(whole);
        Path half = media.file("half.mkv", Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(frames(half, 3, 1440))
                .isNotEmpty()
                .first()
                .satisfies(frame -> assertThat(color(frame.picture(), 10)).isEqualTo("red"));
    }

    @Test
    void refusesWhatIsNoVideo() throws Exception {
        Path photo = media.file("a.jpg", TinyPhotos.jpeg(40, 30));
        Path noise = media.file("a.mp4", new byte[1_000]);

        assertThatThrownBy(() -> frames(noise, 3, 1440)).isInstanceOf(HeirloomException.class);
        assertThatThrownBy(() -> frames(photo, 3, 1440)).isInstanceOf(HeirloomException.class);
    }

    @Test
    void cutsAFaceOutOfItsMoment() throws Exception {
        Path video = video("video.mp4", 5);
        Path preview = media.file("preview.jpeg", TinyPhotos.jpeg(1440, 1080));
        var box = new FaceBox(new Dimensions(640, 480), 0, 0, 100, 100, Duration.ofSeconds(15));
        Path target = media.folder.resolve("face.jpeg");

        media.crop(new FaceCrop(
                video, AssetType.VIDEO, app.heirloom.library.metadata.Frame.UNKNOWN, preview, box, target));

        BufferedImage face = ImageIO.read(target.toFile());
        var seen = new Color(face.getRGB(125, 125));
        assertThat(face.getWidth()).isEqualTo(250);
        assertThat(color(seen.getRed(), seen.getGreen(), seen.getBlue())).isEqualTo("lime");
    }

    /** @param every so many frames one is a key frame */
    private Path video(String name, int every) throws Exception {
        return media.made(name, "-f", "lavfi", "-i", COLORS, "-c:v", "mpeg4", "-g", Integer.toString(every));
    }

    private List<Frame> frames(Path video, int most, int longestSide) {
        var frames = new ArrayList<Frame>();
        media.frames().read(video, new FrameSampling(most), longestSide, frames::add);
        return frames;
    }

    private static String color(Picture picture, int x) {
        return color(picture.at(x, 20, 0), picture.at(x, 20, 1), picture.at(x, 20, 2));
    }

    private static String color(int red, int green, int blue) {
        boolean isRed = red > 128;
        boolean isGreen = green > 128;
        boolean isBlue = blue > 128;
        if (isRed && isGreen && isBlue) {
            return "white";
        }
        return isRed ? "red" : isGreen ? "lime" : isBlue ? "blue" : "black";
    }
}
