package app.heirloom.storage.recognition;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.FrameReader;
import app.heirloom.library.embedding.FrameSampling;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.face.DetectedFace;
import app.heirloom.library.face.FaceBounds;
import app.heirloom.library.face.FaceFinder;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.face.Landmarks;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Sees in each pixel of a picture one row high a face: red says whose, green how it looks today; black is nobody. A
 * picture is a file of these pixels.
 */
final class PaintedFaces implements FaceFinder {
    /** Added to a person, it gives a sibling. */
    static final int SIBLING = 100;

    private static final int SIZE = 64;
    private static final FaceQuality GOOD = new FaceQuality(100, 0.9f, 0.9f, 0.9f);

    private final ModelId model;
    final AtomicInteger looks = new AtomicInteger();

    PaintedFaces(String model) {
        this.model = new ModelId(model);
    }

    /** Everybody who is seen, from left to right. */
    static byte[] paint(int look, int... people) {
        byte[] pixels = new byte[people.length * Picture.CHANNELS];
        for (int i = 0; i < people.length; i++) {
            pixels[i * Picture.CHANNELS] = (byte) people[i];
            pixels[i * Picture.CHANNELS + 1] = (byte) look;
        }
        return pixels;
    }

    static Picture read(Path file, int longestSide) {
        try {
            byte[] pixels = Files.readAllBytes(file);
            return new Picture(pixels.length / Picture.CHANNELS, 1, pixels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A video of pictures that {@link #readFrames} shows one a second: the length of each, then its pixels. */
    static void writeFrames(Path file, byte[]... frames) {
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            for (byte[] frame : frames) {
                out.writeInt(frame.length);
                out.write(frame);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void readFrames(Path file, FrameSampling sampling, int longestSide, Consumer<FrameReader.Frame> viewer) {
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            for (int second = 0; second < sampling.most() && in.available() > 0; second++) {
                byte[] pixels = in.readNBytes(in.readInt());
                viewer.accept(new FrameReader.Frame(
                        Duration.ofSeconds(second), new Picture(pixels.length / Picture.CHANNELS, 1, pixels)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ModelId model() {
        return model;
    }

    @Override
    public int size() {
        return SIZE;
    }

    @Override
    public int longestSide() {
        return SIZE;
    }

    @Override
    public double likeness() {
        return 0.5;
    }

    @Override
    public List<Found> find(Picture picture, float scale) {
        looks.incrementAndGet();
        var found = new ArrayList<Found>();
        for (int x = 0; x < picture.width(); x++) {
            int person = picture.at(x, 0, 0);
            if (person != 0) {
                var box = new FaceBounds(x, 0, x + 1f, 1);
                found.add(new Found(
                        new DetectedFace(box, landmarks(), 0.9f), GOOD, embedding(person, picture.at(x, 0, 1))));
            }
        }
        return found;
    }

    private static Landmarks landmarks() {
        var point = new Landmarks.Point(0, 0);
        return new Landmarks(point, point, point, point, point);
    }

    /** Faces of one person are alike to about 0.8, those of siblings to about 0.4, those of others to about 0. */
    private static Embedding embedding(int person, int look) {
        float[] values = noise(person);
        if (person > SIBLING) {
            float[] elder = noise(person - SIBLING);
            for (int i = 0; i < SIZE; i++) {
                values[i] = 0.87f * values[i] + elder[i] / 2;
            }
        }
        float[] today = noise(1_000 * person + look);
        for (int i = 0; i < SIZE; i++) {
            values[i] += today[i] / 2;
        }
        return Embedding.of(values);
    }

    private static float[] noise(int seed) {
        var random = new Random(seed);
        float[] values = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
