package app.heirloom.inference.runtime;

/**
 * How a network wants a picture.
 *
 * @param width in pixels; 0 when the network takes any
 * @param height in pixels; 0 when the network takes any
 * @param preparation of the colours
 * @param resize how a picture of another shape is made to fit
 */
public record PictureInput(
        int width, int height, Layout layout, Preparation preparation, Resize resize, Interpolation interpolation) {
    /** The order of the axes. */
    public enum Layout {
        /** One plane for each colour. */
        NCHW,
        /** Three numbers for each pixel. */
        NHWC
    }

    /** How a picture of another shape is made to fit. */
    public enum Resize {
        /** Each side for itself, so that the shape may change. */
        STRETCH,
        /** The short side fits, and what sticks out at both ends is cut off. */
        CROP,
        /** The long side fits, and what is left over is filled. */
        LETTERBOX
    }

    /** How the colour between pixels is found. */
    public enum Interpolation {
        BILINEAR,
        BICUBIC
    }
}
