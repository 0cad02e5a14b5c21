package app.heirloom.inference.runtime;

import app.heirloom.library.embedding.Picture;
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

    /** Writes the picture into planes of this width and height; what it does not cover is black. */
    public void write(Picture picture, FloatBuffer planes, int width, int height) {
        for (int plane = 0; plane < Picture.CHANNELS; plane++) {
            float black = -mean.get(plane) / std.get(plane);
            write(picture, planes, new Place(plane, width, height, plane * height, black));
        }
    }

    /**
     * Writes the picture into its place among several pictures of this width and height; what it does not cover is 0.
     *
     * @param index its place, from 0
     */
    public void write(Picture picture, FloatBuffer planes, int index, int width, int height) {
        for (int plane = 0; plane < Picture.CHANNELS; plane++) {
            write(picture, planes, new Place(plane, width, height, (index * Picture.CHANNELS + plane) * height, 0));
        }
    }

    /**
     * Where one colour of a picture goes.
     *
     * @param firstRow among those of all planes of all pictures
     * @param beyond what is there beside and below the picture
     */
    private record Place(int plane, int width, int height, int firstRow, float beyond) {}

    private void write(Picture picture, FloatBuffer planes, Place place) {
        int channel = colors == ColorOrder.RGB ? place.plane : Picture.CHANNELS - 1 - place.plane;
        float shift = mean.get(place.plane);
        float scale = 1 / std.get(place.plane);
        int columns = Math.min(place.width, picture.width());
        int rows = Math.min(place.height, picture.height());
        float[] row = new float[place.width];
        Arrays.fill(row, place.beyond);
        byte[] rgb = picture.rgb();
        for (int y = 0; y < rows; y++) {
            int from = y * picture.width() * Picture.CHANNELS + channel;
            for (int x = 0; x < columns; x++) {
                row[x] = ((rgb[from + x * Picture.CHANNELS] & 0xFF) - shift) * scale;
            }
            planes.put((place.firstRow + y) * place.width, row);
        }
        Arrays.fill(row, place.beyond);
        for (int y = rows; y < place.height; y++) {
            planes.put((place.firstRow + y) * place.width, row);
        }
    }
}
