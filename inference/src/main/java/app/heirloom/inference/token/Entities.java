package app.heirloom.inference.token;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that HTML writes by their names or numbers, behind an ampersand. */
final class Entities {
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(?<decimal>[0-9]{1,7})|#[xX](?<hex>[0-9a-fA-F]{1,6})|(?<name>[a-zA-Z0-9]{2,8}));");
    private static final Properties NAMES = names();

    private Entities() {}

    /** The text with all entities resolved that HTML 4 knows; others stay. */
    static String resolve(String text) {
        return text.indexOf('&') < 0 ? text : ENTITY.matcher(text).replaceAll(Entities::character);
    }

    private static String character(MatchResult entity) {
        int codePoint = codePoint(entity);
        boolean isCharacter = Character.isValidCodePoint(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE
                && codePoint != 0;
        return Matcher.quoteReplacement(isCharacter ? Character.toString(codePoint) : entity.group());
    }

    private static int codePoint(MatchResult entity) {
        if (entity.group("decimal") != null) {
            return Integer.parseInt(entity.group("decimal"));
        }
        if (entity.group("hex") != null) {
            return Integer.parseInt(entity.group("hex"), 16);
        }
        return Integer.parseInt(NAMES.getProperty(entity.group("name"), "-1"));
    }

    private static Properties names() {
        try (InputStream file = Entities.class.getResourceAsStream("entities.properties")) {
            var names = new Properties();
            names.load(Objects.requireNonNull(file));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
