package app.heirloom.library.text;

/**
 * A line of text in a picture.
 *
 * @param corners where it stands
 * @param detectionScore how sure the model is that there is text, from 0 to 1
 * @param readingScore how sure it is of these letters, from 0 to 1
 */
public record TextLine(String text, Corners corners, float detectionScore, float readingScore) {
    /** Clockwise from the text's own upper left, in shares of the picture's width and height, from 0 to 1. */
    public record Corners(Corner upperLeft, Corner upperRight, Corner lowerRight, Corner lowerLeft) {}

    public record Corner(float x, float y) {}
}
