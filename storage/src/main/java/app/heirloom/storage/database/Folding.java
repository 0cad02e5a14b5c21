package app.heirloom.storage.database;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without case and accents, so that both databases find it alike. */
public final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Folding() {}

    /** In lower case, decomposed, without marks. */
    public static String fold(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** A pattern for {@code like ... escape '\'} that finds the text anywhere. */
    public static String anywhere(String text) {
        return "%" + escaped(text) + "%";
    }

    /** A pattern for {@code like ... escape '\'} that finds the text at the start. */
    public static String start(String text) {
        return escaped(text) + "%";
    }

    /** A pattern for {@code like ... escape '\'} that finds the text at the end. */
    public static String end(String text) {
        return "%" + escaped(text);
    }

    private static String escaped(String text) {
        return fold(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
