package app.heirloom.media;

import java.awt.image.BufferedImage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names the colours in the corners of a picture: top left, top right, bottom left, bottom right. */
final class Corners {
    private Corners() {}

    static String of(BufferedImage picture) {
        int x = picture.getWidth() / 8;
        int y = picture.getHeight() / 8;
        return Stream.of(
                        picture.getRGB(x, y),
                        picture.getRGB(picture.getWidth() - 1 - x, y),
                        picture.getRGB(x, picture.getHeight() - 1 - y),
                        picture.getRGB(picture.getWidth() - 1 - x, picture.getHeight() - 1 - y))
                .map(Corners::name)
                .collect(Collectors.joining(" "));
    }

    private static String name(int rgb) {
        boolean red = (rgb >> 16 & 0xff) > 127;
        boolean green = (rgb >> 8 & 0xff) > 127;
        boolean blue = (rgb & 0xff) > 127;
        if (red && green && blue) {
            return "white";
        }
        return red ? "red" : green ? "green" : blue ? "blue" : "black";
    }
}
