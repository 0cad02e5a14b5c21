package app.heirloom.storage.sql.row;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks an index of trigrams for what may have a text in it. What it gives is still to be compared with the text. */
public final class Trigrams {
    private static final int LENGTH = 3;
    /** A few of them leave so little that reading the lists of more would cost more. */
    private static final int ENOUGH = 4;

    private Trigrams() {}

    /** An FTS5 query; empty when the text is too short for any. */
    public static String of(String text) {
        int[] characters = text.codePoints().toArray();
        return IntStream.rangeClosed(0, characters.length - LENGTH)
                .mapToObj(start -> new String(characters, start, LENGTH))
                .distinct()
                .sorted(Comparator.comparingLong(Trigrams::commonness))
                .limit(ENOUGH)
                .map(gram -> '"' + gram.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(" AND "));
    }

    /** Cameras begin all their names alike and then count. */
    private static long commonness(String gram) {
        return LENGTH - gram.chars().filter(Character::isDigit).count();
    }
}
