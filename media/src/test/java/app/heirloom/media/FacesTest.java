package app.heirloom.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.metadata.FaceRegion;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.thumbnail.FaceCrop;
import app.heirloom.testkit.TinyExif;
import app.heirloom.testkit.TinyPhotos;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacesTest {
    private static final String MICROSOFT = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:m="http://ns.microsoft.com/photo/1.2/"
             xmlns:i="http://ns.microsoft.com/photo/1.2/t/RegionInfo#"
             xmlns:g="http://ns.microsoft.com/photo/1.2/t/Region#">
            <m:RegionInfo rdf:parseType="Resource"><i:Regions><rdf:Bag>
            <rdf:li g:PersonDisplayName="Anna" g:Rectangle="0.5, 0.25, 0.25, 0.5"/>
            <rdf:li g:PersonDisplayName="Outside" g:Rectangle="1.5, 0.25, 0.25, 0.5"/>
            <rdf:li g:PersonDisplayName="Half" g:Rectangle="0.75, 0, 0.5, 0.5"/>
            <rdf:li g:PersonDisplayName="Nonsense" g:Rectangle="NaN, 0, x, 0.5"/>
            <rdf:li g:Rectangle="0, 0, 0.5, 0.5"/>
            </rdf:Bag></i:Regions></m:RegionInfo></rdf:Description></rdf:RDF></x:xmpmeta>
            """;
    private static final String GROUP = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/"
             xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#">
            <mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag>
            <rdf:li rdf:parseType="Resource"><mwg-rs:Name>Bert</mwg-rs:Name><mwg-rs:Type>Face</mwg-rs:Type>
             <mwg-rs:Area stArea:x="0.5" stArea:y="0.5" stArea:w="0.5" stArea:h="0.25"/></rdf:li>
            </rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions></rdf:Description></rdf:RDF></x:xmpmeta>
            """;

    @AutoClose
    private final TestMedia media;

    FacesTest(@TempDir Path folder) {
        media = new TestMedia(folder);
    }

    @Test
    void readsNamedRegionsAsFarAsTheyLieWithinThePicture() throws Exception {
        byte[] jpeg = TinyPhotos.withXmp(TinyPhotos.jpeg(64, 48), MICROSOFT);
        assertThat(media.read(media.file("a.jpg", jpeg)).faces())
                .containsExactly(
                        new FaceRegion("Anna", 0.5, 0.25, 0.25, 0.5), new FaceRegion("Half", 0.75, 0, 0.25, 0.5));
    }

    @Test
    void aSidecarOverrulesTheFile() throws Exception {
        byte[] jpeg = TinyPhotos.withXmp(TinyPhotos.jpeg(64, 48), MICROSOFT);
        Path sidecar = media.file("a.jpg.xmp", GROUP.getBytes(StandardCharsets.UTF_8));
        assertThat(media.read(media.file("a.jpg", jpeg), sidecar).faces())
                .containsExactly(new FaceRegion("Bert", 0.25, 0.375, 0.5, 0.25));
    }

    @Test
    void cutsTheFaceOutOfTheUprightOriginal() throws Exception {
        Path photo = media.file("a.jpg", TinyPhotos.withExif(TinyPhotos.jpeg(400, 200), new TinyExif().orientation(6)));
        Frame frame = media.read(photo).exif().frame();
        // Upright the corners are blue, red, white, green.
        BufferedImage face = crop(photo, frame, null, new FaceBox(new Dimensions(20, 40), 0, 0, 4, 4));
        assertThat(face.getWidth()).isEqualTo(250);
        assertThat(face.getHeight()).isEqualTo(250);
        assertThat(isClose(face.getRGB(125, 125), Color.BLUE)).isTrue();
    }

    @Test
    void takesThePreviewWhenItShowsTheFaceLargeEnough() throws Exception {
        Path damaged = media.file("a.jpg", new byte[100]);
        Path preview = media.file("preview.jpeg", TinyPhotos.jpeg(1440, 960));
        var box = new FaceBox(new Dimensions(300, 200), 200, 120, 280, 180);
        assertThat(isClose(crop(damaged, Frame.UNKNOWN, preview, box).getRGB(125, 125), Color.WHITE))
                .isTrue();
    }

    @Test
    void refusesWhatCannotBeDecoded() throws Exception {
        Path damaged = media.file("a.jpg", new byte[100]);
        var box = new FaceBox(new Dimensions(300, 200), 200, 120, 280, 180);
        assertThatThrownBy(() -> crop(damaged, Frame.UNKNOWN, null, box)).isInstanceOf(HeirloomException.class);
    }

    private BufferedImage crop(Path original, Frame frame, @Nullable Path preview, FaceBox box) throws Exception {
        Path target = media.folder.resolve("face.jpeg");
        media.crop(new FaceCrop(original, AssetType.IMAGE, frame, preview, box, target));
        return ImageIO.read(target.toFile());
    }

    private static boolean isClose(int rgb, Color color) {
        var seen = new Color(rgb);
        return Math.abs(seen.getRed() - color.getRed()) < 40
                && Math.abs(seen.getGreen() - color.getGreen()) < 40
                && Math.abs(seen.getBlue() - color.getBlue()) < 40;
    }
}
