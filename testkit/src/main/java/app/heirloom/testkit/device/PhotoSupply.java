package app.heirloom.testkit.device;

import java.time.Instant;

/** The names, contents and times that photos of a device have. */
public interface PhotoSupply {
    /** A path below the root, of a new photo or of one that is there already. */
    String path();

    /** A new photo, or one that was there before. */
    byte[] content();

    /** What its owner makes of a photo. */
    byte[] edit(byte[] content);

    /** When such a photo was last changed. */
    Instant modified();
}
