package app.heirloom.tools.identities.embedding;

/**
 * A picture to be looked at.
 *
 * @param path its file, as the staging machine names it
 */
public record PictureTask(String sha256, String path) {}
