package app.heirloom.library.user;

/**
 * How a user is known.
 *
 * @param email in lower case, unique
 * @param shouldChangePassword whether the next login should ask for a new one
 */
public record Account(String email, String name, boolean admin, boolean shouldChangePassword) {}
