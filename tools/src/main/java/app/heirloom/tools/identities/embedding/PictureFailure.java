package app.heirloom.tools.identities.embedding;

/**
 * Why a picture could not be looked at.
 *
 * @param lost whether its bytes are not those that were staged
 */
public record PictureFailure(String sha256, String reason, boolean lost) {}
