package app.heirloom.library.device;

import java.util.UUID;

/** Identifies a run that carried deletions over. */
public record RunId(UUID value) {
    public static RunId random() {
        return new RunId(UUID.randomUUID());
    }

    /** The tag by which its assets are found on the server. */
    public String tag() {
        return "heirloom/v1/run/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
