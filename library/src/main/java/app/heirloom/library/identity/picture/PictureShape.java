package app.heirloom.library.identity.picture;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a picture is like.
 *
 * @param width in pixels, upright
 * @param height in pixels, upright
 * @param takenOn the day of capture, where it is known
 */
public record PictureShape(int width, int height, Optional<LocalDate> takenOn) {}
