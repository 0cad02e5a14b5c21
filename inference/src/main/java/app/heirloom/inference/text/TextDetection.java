package app.heirloom.inference.text;

/**
 * What counts as a line of text.
 *
 * @param pixel how likely a pixel must be text, from 0 to 1
 * @param score how likely the pixels of a line must be on average
 * @param growth how much a line is larger than the middle that the network marks: area × growth / perimeter outwards
 * @param longestSide of the picture that the network sees, in pixels
 */
public record TextDetection(double pixel, double score, double growth, int longestSide) {}
