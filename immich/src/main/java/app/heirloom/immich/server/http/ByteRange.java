package app.heirloom.immich.server.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of a file that a client asks for. */
record ByteRange(Kind kind, long first, long length) {
    /** Units other than bytes and several ranges at once are not offered, so such headers count as none. */
    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** What to make of the client's wish. */
    enum Kind {
        ALL,
        PART,
        UNSATISFIABLE
    }

    static ByteRange all(long size) {
        return new ByteRange(Kind.ALL, 0, size);
    }

    static ByteRange parse(@Nullable String header, long size) {
        Matcher range = SINGLE.matcher(header == null ? "" : header.strip());
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return all(size);
        }
        if (range.group(1).isEmpty()) {
            return suffix(Long.parseLong(range.group(2)), size);
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? size - 1 : Math.min(Long.parseLong(range.group(2)), size - 1);
        if (!range.group(2).isEmpty() && Long.parseLong(range.group(2)) < first) {
            return all(size);
        }
        return first >= size ? unsatisfiable() : new ByteRange(Kind.PART, first, last - first + 1);
    }

    long last() {
        return first + length - 1;
    }

    private static ByteRange suffix(long wanted, long size) {
        long length = Math.min(wanted, size);
        return length == 0 ? unsatisfiable() : new ByteRange(Kind.PART, size - length, length);
    }

    private static ByteRange unsatisfiable() {
        return new ByteRange(Kind.UNSATISFIABLE, 0, 0);
    }
}
