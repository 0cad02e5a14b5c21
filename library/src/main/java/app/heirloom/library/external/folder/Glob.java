package app.heirloom.library.external.folder;

import app.heirloom.library.error.ErrorCode;
import java.util.regex.Pattern;

/**
 * Turns a glob into a regular expression for the whole of a path: {@code **} spans folders, {@code *} and {@code ?} do
 * not, {@code {a,b}} is a choice and {@code [a-z]} a class of characters.
 */
public final class Glob {
    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int at;
    private int openChoices;

    private Glob(String glob) {
        this.glob = glob;
    }

    /**
     * The expression, to be matched as a whole.
     *
     * @throws app.heirloom.library.error.HeirloomException INVALID when the glob is malformed
     */
    public static String toRegex(String glob) {
        return new Glob(glob).translate();
    }

    private String translate() {
        while (at < glob.length()) {
            char c = glob.charAt(at++);
            switch (c) {
                case '*' -> star();
                case '?' -> regex.append("[^/]");
                case '[' -> characters();
                case '{' -> open();
                case '}' -> close();
                case ',' -> regex.append(openChoices > 0 ? "|" : ",");
                case '\\' -> regex.append(Pattern.quote(at < glob.length() ? glob.substring(at, ++at) : "\\"));
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        if (openChoices > 0) {
            throw malformed("a brace is not closed");
        }
        return regex.toString();
    }

    /** Two stars and their slash may also stand for nothing. */
    private void star() {
        if (!glob.startsWith("*", at)) {
            regex.append("[^/]*");
        } else if (glob.startsWith("/", at + 1)) {
            at += 2;
            regex.append("(?:.*/)?");
        } else {
            at++;
            regex.append(".*");
        }
    }

    private void characters() {
        int end = glob.indexOf(']', at + 1);
        if (end < 0) {
            throw malformed("a bracket is not closed");
        }
        String inside = glob.substring(at, end);
        boolean isNegated = inside.startsWith("!") || inside.startsWith("^");
        String members = (isNegated ? inside.substring(1) : inside).replaceAll("[\\\\\\[\\]&^]", "\\\\$0");
        regex.append("(?!/)[").append(isNegated ? "^" : "").append(members).append("]");
        at = end + 1;
    }

    private void open() {
        openChoices++;
        regex.append("(?:");
    }

    private void close() {
        if (openChoices == 0) {
            regex.append("\\}");
        } else {
            openChoices--;
            regex.append(")");
        }
    }

    private RuntimeException malformed(String why) {
        return ErrorCode.INVALID.exception("The pattern " + glob + " is malformed: " + why);
    }
}
