package app.heirloom.immich.client.transport;

import app.heirloom.library.error.ErrorCode;

/** The secret of an API key. Only the header of a request ever sees it: whoever prints this prints stars. */
public final class ApiSecret {
    private static final String HIDDEN = "***";

    private final String text;

    private ApiSecret(String text) {
        this.text = text;
    }

    /** Fails as INVALID when it is empty or could not stand in a header. */
    public static ApiSecret of(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw ErrorCode.INVALID.exception("The API key is empty");
        }
        if (!stripped.chars().allMatch(letter -> letter > ' ' && letter < 0x7F)) {
            throw ErrorCode.INVALID.exception("The API key holds characters that no key has, as spaces or line breaks");
        }
        return new ApiSecret(stripped);
    }

    /** For the header, and for files that only their owner reads. */
    public String reveal() {
        return text;
    }

    /** The text with stars in the place of the secret, should a server repeat it. */
    String censor(String message) {
        return message.replace(text, HIDDEN);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiSecret secret && secret.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
