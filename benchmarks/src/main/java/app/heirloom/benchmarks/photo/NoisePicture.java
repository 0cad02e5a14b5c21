package app.heirloom.benchmarks.photo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A seeded picture of soft colours under fine noise, which compresses about as a photo does. */
record NoisePicture(int width, int height, long seed) {

    private static final int SAMPLE_WIDTH = 640;

    /** Encodes the picture with the quality that brings it close to the wanted size. */
    byte[] encode(int sizeInBytes) throws IOException {
        return encode(draw(), quality(sizeInBytes));
    }

    /** Searched on a small picture of the same kind, since a large one takes its time. */
    private float quality(int sizeInBytes) throws IOException {
        BufferedImage sample = new NoisePicture(SAMPLE_WIDTH, SAMPLE_WIDTH * height / width, seed).draw();
        long wanted = (long) sizeInBytes * SAMPLE_WIDTH * SAMPLE_WIDTH / width / width;
        float low = 0.05f;
        float high = 1f;
        while (high - low > 0.005f) {
            float middle = (low + high) / 2;
            if (encode(sample, middle).length > wanted) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private BufferedImage draw() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        SplittableRandom random = new SplittableRandom(seed);
        double tilt = random.nextDouble(1, 5);
        int hue = random.nextInt(256);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double wave = Math.sin(tilt * (x + y) / width) * 60 + 120;
                int noise = random.nextInt(24);
                int red = (int) wave + noise;
                int green = y * 160 / height + noise;
                int blue = (hue + x * 90 / width) % 200 + noise;
                pixels[y * width + x] = red << 16 | green << 8 | blue;
            }
        }
        return image;
    }

    private static byte[] encode(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
