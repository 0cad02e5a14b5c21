package app.heirloom.inference.token;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a text is tidied up before it becomes tokens, in the order of OpenAI's CLIP and of open_clip: what a text may have
 * suffered on its way (ftfy's part of it that concerns what people type), entities twice, white space, case.
 *
 * @param lowercase whether the network knows no capital letters
 * @param punctuation whether the network has seen punctuation; SigLIP has not
 */
public record Cleaning(boolean lowercase, boolean punctuation) {
    private static final Pattern SINGLE_QUOTES = Pattern.compile("[\u02bc\u2018-\u201b]");
    private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\u201c-\u201f]");

    /** Letters joined by typesetters, and letters as wide or as slim as those of East Asia. */
    private static final Pattern DRESSED =
            Pattern.compile("[\u0132\u0133\u0149\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufb06\uff01-\uffef\u3000]+");

    private static final Pattern INVISIBLE =
            Pattern.compile("[\u0000-\u0008\u000b\u000e-\u001f\u007f\u206a-\u206f\ufeff\ufff9-\ufffb]|\\p{Cs}");
    private static final Pattern SPACE = Pattern.compile("\\p{IsWhite_Space}+");
    private static final Pattern PUNCTUATION = Pattern.compile("[!-/:-@\\[-^`{-~]");

    /** The text as the tokenizer takes it. */
    public String apply(String text) {
        String clean = undressed(Entities.resolve(text));
        clean = Entities.resolve(Entities.resolve(clean));
        if (!punctuation) {
            clean = PUNCTUATION.matcher(clean.replace('_', ' ')).replaceAll("");
        }
        clean = SPACE.matcher(clean).replaceAll(" ").strip();
        return lowercase ? clean.toLowerCase(Locale.ROOT) : clean;
    }

    private static String undressed(String text) {
        String plain = DRESSED.matcher(text)
                .replaceAll(letters -> Normalizer.normalize(letters.group(), Normalizer.Form.NFKC));
        plain = SINGLE_QUOTES.matcher(plain).replaceAll("'");
        plain = DOUBLE_QUOTES.matcher(plain).replaceAll("\"");
        plain = INVISIBLE.matcher(plain).replaceAll("");
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }
}
