package app.heirloom.inference.picture;

import app.heirloom.inference.runtime.PictureInput;
import app.heirloom.library.embedding.Picture;

/**
 * Brings pictures of any shape to the one that a network takes. Of a picture that is cut, only what remains is
 * calculated, so that a strip of 10,000 x 1 pixels costs no more than a photo. Sizes and offsets are rounded as
 * torchvision's {@code Resize} and {@code CenterCrop} do.
 */
final class Fitting {
    private final PictureInput input;

    /** @param input with a width and a height */
    Fitting(PictureInput input) {
        this.input = input;
    }

    Picture apply(Picture picture) {
        int width = input.width();
        int height = input.height();
        boolean slim = (long) picture.width() * height <= (long) picture.height() * width;
        return switch (input.resize()) {
            case STRETCH -> window(picture, width, height);
            case CROP ->
                slim
                        ? window(picture, width, Math.max(height, part(width, picture.height(), picture.width())))
                        : window(picture, Math.max(width, part(height, picture.width(), picture.height())), height);
            case LETTERBOX ->
                slim
                        ? framed(window(picture, part(height, picture.width(), picture.height()), height))
                        : framed(window(picture, width, part(width, picture.height(), picture.width())));
        };
    }

    private static int part(int size, int numerator, int denominator) {
        return Math.clamp((long) size * numerator / denominator, 1, Integer.MAX_VALUE);
    }

    /** Scales to a size and takes the middle of it, as much as the network takes. */
    private Picture window(Picture picture, int width, int height) {
        Resampling columns = axis(picture.width(), width, input.width());
        Resampling rows = axis(picture.height(), height, input.height());
        return rows.rows(columns.columns(picture));
    }

    private Resampling axis(int size, int scaled, int taken) {
        int count = Math.min(scaled, taken);
        return new Resampling(input.interpolation(), size, scaled, (int) Math.rint((scaled - count) / 2.0), count);
    }

    /** The picture in the middle of black. */
    private Picture framed(Picture picture) {
        byte[] rgb = new byte[input.width() * input.height() * Picture.CHANNELS];
        int left = (input.width() - picture.width()) / 2;
        int top = (input.height() - picture.height()) / 2;
        int row = picture.width() * Picture.CHANNELS;
        for (int y = 0; y < picture.height(); y++) {
            int target = ((top + y) * input.width() + left) * Picture.CHANNELS;
            System.arraycopy(picture.rgb(), y * row, rgb, target, row);
        }
        return new Picture(input.width(), input.height(), rgb);
    }
}
