package app.heirloom.library.gallery;

import app.heirloom.library.asset.Checksum;

/**
 * The bytes of a file, wherever they lie.
 *
 * @param hash by which galleries know them
 * @param checksum by which libraries and the results of models know them
 */
public record Content(ContentHash hash, Checksum checksum) {}
