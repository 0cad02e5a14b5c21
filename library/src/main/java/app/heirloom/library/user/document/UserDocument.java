package app.heirloom.library.user.document;

import java.util.Locale;

/** What clients keep here for a user; nothing in the library reads it. The names are stored: never rename one. */
public enum UserDocument {
    PREFERENCES,
    ONBOARDING,
    LICENSE;

    /** As in {@code preferences}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
