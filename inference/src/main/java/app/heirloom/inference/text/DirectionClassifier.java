package app.heirloom.inference.text;

import app.heirloom.inference.runtime.Network;
import app.heirloom.inference.runtime.PictureInput;
import app.heirloom.inference.runtime.PictureInput.Resize;
import app.heirloom.inference.runtime.Tensor;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.error.ErrorCode;

/** Tells whether a line stands on its head; the network yields how likely it is upright, and how likely it is not. */
public final class DirectionClassifier {
    private final Network network;
    private final PictureInput input;
    private final double sure;

    /** @param sure from which likelihood on a line is turned */
    public DirectionClassifier(Network network, PictureInput input, double sure) {
        this.network = network;
        this.input = input;
        this.sure = sure;
    }

    /** The box, turned when its line stands on its head. */
    RotatedBox upright(Picture picture, RotatedBox box) {
        int width = input.resize() == Resize.STRETCH
                ? input.width()
                : Math.min(input.width(), LineCutter.width(box, input.height()));
        Picture line = LineCutter.cut(picture, box, width, input.height());
        Tensor output = network.first(
                planes -> input.preparation().write(line, planes, 0, input.width(), input.height()),
                1,
                Picture.CHANNELS,
                input.height(),
                input.width());
        if (output.numbers().length != 2) {
            throw ErrorCode.INVALID.exception("The text direction classifier yields the shape " + output.shape()
                    + ", not the two numbers of upright and upside down");
        }
        return output.numbers()[1] > sure ? box.turned(2) : box;
    }
}
