package app.heirloom.library.user.secret;

/** Turns passwords into what may be stored; slow on purpose. */
public interface PasswordHashing {
    String hash(String password);

    boolean matches(String password, String hash);
}
