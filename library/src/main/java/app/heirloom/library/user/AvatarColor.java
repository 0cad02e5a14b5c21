package app.heirloom.library.user;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The colour behind a user's initials. */
public enum AvatarColor {
    PRIMARY,
    PINK,
    RED,
    YELLOW,
    BLUE,
    GREEN,
    PURPLE,
    ORANGE,
    GRAY,
    AMBER;

    /** As in {@code pink}. */
    public String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AvatarColor> find(String lowerCase) {
        return Arrays.stream(values())
                .filter(color -> color.lowerCase().equals(lowerCase))
                .findFirst();
    }

    /** For who has not chosen one: always the same for the same e-mail. */
    static AvatarColor of(String email) {
        return values()[email.chars().sum() % values().length];
    }
}
