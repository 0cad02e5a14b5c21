package app.heirloom.inference.runtime;

import app.heirloom.library.embedding.Picture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * How a model wants its pixels: planes of one colour each (NCHW), in this order, each value {@code (x - mean) / std} of
 * x from 0 to 255.
 *
 * @param colors {@code RGB} or {@code BGR}
 * @param mean of each plane, in the model's order
 * @param std of each plane, in the model's order
 */
public record Preparation(ColorOrder colors, List<Float> mean, List<Float> std) {
    /** The order of the planes. */
    public enum ColorOrder {
        RGB,
        BGR
    }

    public Preparation {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        if (mean.size() != Picture.CHANNELS || std.size() != Picture.CHANNELS || std.contains(0f)) {
            throw new IllegalArgumentException("mean and std need three numbers each, and no std may be 0");
        }
    }

    /** Room for one picture, outside of the heap, where the runtime reads it without copying. */
    public static FloatBuffer room(int width, int height) {
        return room(1, width, height);
    }

    /** Room for several pictures of the same size, all 0. */
    public static FloatBuffer room(int pictures, int width, int height) {
        return ByteBuffer.allocateDirect(pictures * Picture.CHANNELS * width * height * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** Writes the picture into planes of this width and height; what it does not cover stays black. */
    public FloatBuffer planes(Picture picture, int width, int height) {
        FloatBuffer planes = room(width, height);
        for (int plane = 0; plane < Picture.CHANNELS; plane++) {
            float[] row = new float[width];
            Arrays.fill(row, -mean.get(plane) / std.get(plane));
            for (int y = 0; y < height; y++) {
                planes.put((plane * height + y) * width, row);
            }
        }
        put(picture, planes, 0, width, height);
        return planes;
    }

    /**
     * Writes the picture into its place among several pictures of this width and height; what it does not cover stays as
     * it is.
     *
     * @param index its place, from 0
     */
    public void put(Picture picture, FloatBuffer planes, int index, int width, int height) {
        int covered = Math.min(width, picture.width());
        float[] row = new float[covered];
        byte[] rgb = picture.rgb();
        for (int plane = 0; plane < Picture.CHANNELS; plane++) {
            int channel = colors == ColorOrder.RGB ? plane : Picture.CHANNELS - 1 - plane;
            float shift = mean.get(plane);
            float scale = 1 / std.get(plane);
            int offset = (index * Picture.CHANNELS + plane) * height;
            for (int y = 0; y < Math.min(height, picture.height()); y++) {
                for (int x = 0; x < covered; x++) {
                    row[x] = ((rgb[(y * picture.width() + x) * Picture.CHANNELS + channel] & 0xFF) - shift) * scale;
                }
                planes.put((offset + y) * width, row);
            }
        }
    }
}
