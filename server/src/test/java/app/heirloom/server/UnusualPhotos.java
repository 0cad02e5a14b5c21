package app.heirloom.server;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A portrait in the forms that trip programs up. */
record UnusualPhotos(BufferedImage portrait) {
    /** Adobe's marker: pixels are CMYK, and each value is 255 less the ink. */
    private static final byte[] ADOBE = {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
    };

    byte[] grey() throws IOException {
        return encoded("jpg", drawn(portrait.getWidth(), portrait.getHeight(), BufferedImage.TYPE_BYTE_GRAY));
    }

    byte[] inks() throws IOException {
        WritableRaster inks = Raster.createInterleavedRaster(
                DataBuffer.TYPE_BYTE, portrait.getWidth(), portrait.getHeight(), 4, null);
        for (int y = 0; y < portrait.getHeight(); y++) {
            for (int x = 0; x < portrait.getWidth(); x++) {
                int color = portrait.getRGB(x, y);
                inks.setPixel(x, y, new int[] {color >> 16 & 0xff, color >> 8 & 0xff, color & 0xff, 0xff});
            }
        }
        var jpeg = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(jpeg)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(inks, List.of(), null), null);
        } finally {
            writer.dispose();
        }
        var marked = new ByteArrayOutputStream();
        marked.write(jpeg.toByteArray(), 0, 2);
        marked.writeBytes(ADOBE);
        marked.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
        return marked.toByteArray();
    }

    byte[] sixteenBits() throws IOException {
        var model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(portrait.getWidth(), portrait.getHeight());
        var deep = new BufferedImage(model, raster, false, null);
        deep.createGraphics().drawImage(portrait, 0, 0, null);
        return encoded("png", deep);
    }

    byte[] animated() throws IOException {
        var gif = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(gif)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            ImageWriteParam usual = writer.getDefaultWriteParam();
            for (int frame = 0; frame < 3; frame++) {
                writer.writeToSequence(new IIOImage(portrait, List.of(), null), usual);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return gif.toByteArray();
    }

    /** Ten rows of ten. */
    byte[] hundred() throws IOException {
        var group = new BufferedImage(1440, 1440, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(group);
        for (int at = 0; at < 100; at++) {
            pen.drawImage(portrait, 144 * (at % 10), 144 * (at / 10), 144, 144, null);
        }
        pen.dispose();
        return encoded("jpg", group);
    }

    byte[] upsideDown() throws IOException {
        var turned = new BufferedImage(portrait.getWidth(), portrait.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(turned);
        pen.rotate(Math.PI, portrait.getWidth() / 2.0, portrait.getHeight() / 2.0);
        pen.drawImage(portrait, 0, 0, null);
        pen.dispose();
        return encoded("jpg", turned);
    }

    byte[] speck() throws IOException {
        return encoded("jpg", drawn(1, 1, BufferedImage.TYPE_INT_RGB));
    }

    private BufferedImage drawn(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        Graphics2D pen = pen(image);
        pen.drawImage(portrait, 0, 0, width, height, null);
        pen.dispose();
        return image;
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        return pen;
    }

    static byte[] encoded(String format, BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}
