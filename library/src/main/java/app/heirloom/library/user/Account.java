package app.heirloom.library.user;

import java.util.Locale;

/**
 * How a user is known.
 *
 * @param email in lower case, unique
 * @param shouldChangePassword whether the next login should ask for a new one
 */
public record Account(String email, String name, boolean admin, boolean shouldChangePassword) {
    public Account {
        email = normalize(email);
    }

    /** The form in which e-mails are stored and compared. */
    public static String normalize(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    public Account withEmail(String newEmail) {
        return new Account(newEmail, name, admin, shouldChangePassword);
    }

    public Account withName(String newName) {
        return new Account(email, newName, admin, shouldChangePassword);
    }

    public Account withAdmin(boolean newAdmin) {
        return new Account(email, name, newAdmin, shouldChangePassword);
    }

    public Account withShouldChangePassword(boolean newShouldChangePassword) {
        return new Account(email, name, admin, newShouldChangePassword);
    }
}
