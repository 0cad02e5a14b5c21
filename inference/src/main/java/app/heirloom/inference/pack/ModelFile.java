package app.heirloom.inference.pack;

import app.heirloom.inference.runtime.Preparation;

/**
 * One network of a pack.
 *
 * @param kind how its outputs are read: {@code yunet}, or {@code aligned-face} for ArcFace's kind
 * @param file name within the pack's folder
 * @param sha256 of the file, in hex
 * @param preparation how it wants its pixels
 * @param output how many numbers an embedding has; 0 for detectors
 */
public record ModelFile(String kind, String file, String sha256, Preparation preparation, int output) {}
