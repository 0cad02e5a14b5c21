package app.heirloom.immich.server.account;

import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.user.login.Proof;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what requests about accounts say. */
final class AccountFields {
    /** One at sign between two texts, letters of all scripts welcome; more is known only to the mail server. */
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private static final Pattern PIN = Pattern.compile("[0-9]{6}");
    /** More than any name or address has, and little enough to be kept and shown. */
    static final int MAX_LENGTH = 500;

    private AccountFields() {}

    static String email(JsonFields body) {
        return findEmail(body).orElseThrow(() -> missing("email"));
    }

    static Optional<String> findEmail(JsonFields body) {
        return findText(body, "email").map(email -> {
            if (!EMAIL.matcher(email.strip()).matches()) {
                throw InvalidFieldException.format("Invalid email address", "email");
            }
            return email;
        });
    }

    static String name(JsonFields body) {
        return findName(body).orElseThrow(() -> missing("name"));
    }

    static Optional<String> findName(JsonFields body) {
        return findText(body, "name");
    }

    static String password(JsonFields body) {
        return findPassword(body).orElseThrow(() -> missing("password"));
    }

    static Optional<String> findPassword(JsonFields body) {
        return body.findText("password").map(password -> {
            if (password.isEmpty()) {
                throw InvalidFieldException.value("The password must not be empty", "password");
            }
            return password;
        });
    }

    static String pin(JsonFields body, String name) {
        return findPin(body, name).orElseThrow(() -> missing(name));
    }

    static Optional<String> findPin(JsonFields body, String name) {
        return body.findText(name).map(pin -> {
            if (!PIN.matcher(pin).matches()) {
                throw InvalidFieldException.format("A PIN code has exactly six digits", name);
            }
            return pin;
        });
    }

    /** The PIN code or, without one, the password. */
    static Proof proof(JsonFields body) {
        return findPin(body, "pinCode")
                .<Proof>map(Proof.OfPin::new)
                .or(() -> findPassword(body).map(Proof.OfPassword::new))
                .orElseThrow(
                        () -> InvalidFieldException.type("Either the PIN code or the password is needed", "pinCode"));
    }

    /** Text that is short enough to be kept. */
    static Optional<String> findText(JsonFields body, String name) {
        return body.findText(name).map(text -> {
            if (text.length() > MAX_LENGTH) {
                throw InvalidFieldException.value("Must have at most " + MAX_LENGTH + " characters", name);
            }
            return text;
        });
    }

    private static InvalidFieldException missing(String name) {
        return InvalidFieldException.type("Invalid input: a value is required, received nothing", name);
    }
}
