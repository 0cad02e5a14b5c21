package app.heirloom.immich.json.account;

import app.heirloom.library.user.User;
import java.util.List;

/** The colour behind a user's initials: always the same one for the same e-mail. */
final class AvatarColor {
    private static final List<String> COLORS =
            List.of("primary", "pink", "red", "yellow", "blue", "green", "purple", "orange", "gray", "amber");

    private AvatarColor() {}

    static String of(User user) {
        int letters = user.account().email().chars().sum();
        return COLORS.get(letters % COLORS.size());
    }
}
