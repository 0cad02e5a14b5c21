package app.heirloom.library.device;

import java.util.UUID;

/** Identifies a {@link Device}; lies on the device itself, too. */
public record DeviceId(UUID value) {
    public static DeviceId random() {
        return new DeviceId(UUID.randomUUID());
    }

    /** From the canonical text form; throws IllegalArgumentException for any other text. */
    public static DeviceId parse(String text) {
        return new DeviceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
