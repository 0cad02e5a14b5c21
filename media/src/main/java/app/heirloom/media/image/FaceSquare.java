package app.heirloom.media.image;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.person.FaceBox;

/** The square of a picture, in its pixels, that shows a face with some of what is around it. */
record FaceSquare(int left, int top, int side) {
    /** Pixels of the thumbnail's side. */
    static final int THUMBNAIL = 250;

    private static final double MARGIN = 1.5;

    /** Centred on the face as far as the picture reaches; as much of the picture as there is when it is small. */
    static FaceSquare around(FaceBox box, Dimensions picture) {
        double scaleX = (double) picture.width() / box.image().width();
        double scaleY = (double) picture.height() / box.image().height();
        double width = (box.right() - box.left()) * scaleX;
        double height = (box.bottom() - box.top()) * scaleY;
        int longest = Math.min(picture.width(), picture.height());
        int side = Math.clamp(Math.round(Math.max(width, height) * MARGIN), 1, longest);
        double left = box.left() * scaleX + (width - side) / 2;
        double top = box.top() * scaleY + (height - side) / 2;
        return new FaceSquare(
                Math.clamp(Math.round(left), 0, picture.width() - side),
                Math.clamp(Math.round(top), 0, picture.height() - side),
                side);
    }

    /** A filter to chain to an upright picture. */
    String filter() {
        return ",crop=" + side + ":" + side + ":" + left + ":" + top + ":exact=1,scale=" + THUMBNAIL + ":" + THUMBNAIL
                + ":flags=lanczos:out_color_matrix=bt601:out_range=full,format=yuvj420p";
    }
}
