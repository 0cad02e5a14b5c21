package app.heirloom.library.user.login;

/** What a user who has logged in shows once more before something delicate. */
public sealed interface Proof {
    /** The password. */
    record OfPassword(String password) implements Proof {
        /** Keeps the secret out of logs. */
        @Override
        public String toString() {
            return "OfPassword[...]";
        }
    }

    /** The PIN code. */
    record OfPin(String pin) implements Proof {
        /** Keeps the secret out of logs. */
        @Override
        public String toString() {
            return "OfPin[...]";
        }
    }
}
