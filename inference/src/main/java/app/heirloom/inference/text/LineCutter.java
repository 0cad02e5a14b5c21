package app.heirloom.inference.text;

import app.heirloom.inference.runtime.Cutout;
import app.heirloom.library.embedding.Picture;

/** Makes pictures of single lines, lying as they are read. */
final class LineCutter {
    /** From how many times as high as wide a box is a line that runs down or up rather than a single letter. */
    private static final double UPRIGHT = 1.5;

    private LineCutter() {}

    /** The box as it is read: a box that stands on its short side is read from its upper right corner downwards. */
    static RotatedBox asRead(RotatedBox box) {
        return box.height() >= UPRIGHT * box.width() ? box.turned(1) : box;
    }

    /** The box at this size, its first corner in the upper left. */
    static Picture cut(Picture picture, RotatedBox box, int width, int height) {
        Spot first = box.corners().get(0);
        Spot across = box.corners().get(1).minus(first);
        Spot down = box.corners().get(3).minus(first);
        return new Cutout(first.x(), first.y(), across.x(), across.y(), down.x(), down.y()).of(picture, width, height);
    }

    /** How wide the box is at this height, in whole pixels. */
    static int width(RotatedBox box, int height) {
        return Math.max(1, (int) Math.ceil(height * box.width() / Math.max(1, box.height())));
    }
}
