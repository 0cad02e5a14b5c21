package app.heirloom.immich.server.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** A buffer over a stream that finds a delimiter in it, also where that straddles two reads. */
final class DelimitedBytes {
    private static final int LEAST_CAPACITY = 16 * 1024;
    private static final int MAX_CAPACITY = 128 * 1024;

    private final InputStream source;
    private final byte[] delimiter;
    /** How far the delimiter can be moved on when this byte lies under its last one. */
    private final int[] shifts = new int[256];

    private byte[] buffer = new byte[LEAST_CAPACITY];
    private int position;
    private int limit;
    /** Up to here the buffer is known to hold content. */
    private int contentEnd;
    /** Whether the delimiter begins at {@link #contentEnd}. */
    private boolean delimited;

    /** The delimiter begins with a line break; one is put before the stream's first byte, where it may be missing. */
    DelimitedBytes(InputStream source, byte[] delimiter) {
        this.source = source;
        this.delimiter = delimiter;
        Arrays.fill(shifts, delimiter.length);
        for (int i = 0; i < delimiter.length - 1; i++) {
            shifts[delimiter[i] & 0xFF] = delimiter.length - 1 - i;
        }
        buffer[0] = '\r';
        buffer[1] = '\n';
        limit = 2;
    }

    /** Drops everything up to the next delimiter, and the delimiter itself. */
    void skipToDelimiter() throws IOException {
        while (fillContent()) {
            position = contentEnd;
        }
        position = contentEnd + delimiter.length;
        contentEnd = position;
        delimited = false;
    }

    /** The text up to the next line break, which is dropped; it must not be longer than that many bytes. */
    String readLine(int maxBytes) throws IOException {
        int end = position;
        while (true) {
            if (end >= limit) {
                int scanned = end - position;
                if (!fill()) {
                    if (scanned > 0 && startsWith("--")) {
                        break; // the last boundary may end the body without a line break
                    }
                    throw MultipartReader.malformed("it ends within a part's header");
                }
                end = position + scanned;
            }
            if (buffer[end] == '\n') {
                break;
            }
            end++;
            if (end - position > maxBytes) {
                throw MultipartReader.malformed("a header is too long");
            }
        }
        int textEnd = end > position && buffer[end - 1] == '\r' ? end - 1 : end;
        String line = new String(buffer, position, textEnd - position, StandardCharsets.UTF_8);
        position = Math.min(end + 1, limit);
        contentEnd = position;
        return line;
    }

    /** The bytes up to the next delimiter. */
    InputStream content() {
        return new Content();
    }

    private boolean startsWith(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return limit - position >= wanted.length
                && Arrays.equals(buffer, position, position + wanted.length, wanted, 0, wanted.length);
    }

    /** Makes sure that content is in the buffer; false when the delimiter comes next. */
    private boolean fillContent() throws IOException {
        while (position == contentEnd && !delimited) {
            scan();
            if (position == contentEnd && !delimited && !fill()) {
                throw MultipartReader.malformed("it ends within a part");
            }
        }
        return position < contentEnd;
    }

    /**
     * Moves {@link #contentEnd} to the delimiter or to the first byte that may begin one, by Horspool's search (1980): of a
     * photo's bytes it looks at one in a delimiter's length.
     */
    private void scan() {
        int start = position;
        int last = delimiter.length - 1;
        while (start + last < limit && !delimited) {
            byte end = buffer[start + last];
            delimited = end == delimiter[last] && Arrays.equals(buffer, start, start + last, delimiter, 0, last);
            start += delimited ? 0 : shifts[end & 0xFF];
        }
        while (!delimited && !Arrays.equals(buffer, start, limit, delimiter, 0, limit - start)) {
            start++;
        }
        contentEnd = start;
    }

    /** Reads more behind what is there; false at the end of the stream. What filled the buffer gets a larger one. */
    private boolean fill() throws IOException {
        boolean grows = limit == buffer.length && limit < MAX_CAPACITY;
        byte[] target = grows ? new byte[2 * limit] : buffer;
        System.arraycopy(buffer, position, target, 0, limit - position);
        buffer = target;
        limit -= position;
        contentEnd -= position;
        position = 0;
        int read = source.read(buffer, limit, buffer.length - limit);
        limit += Math.max(read, 0);
        return read > 0;
    }

    private final class Content extends InputStream {
        @Override
        public int read() throws IOException {
            return fillContent() ? buffer[position++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (length == 0) {
                return 0;
            }
            if (!fillContent()) {
                return -1;
            }
            int count = Math.min(length, contentEnd - position);
            System.arraycopy(buffer, position, target, offset, count);
            position += count;
            return count;
        }

        /** As they lie in the buffer, without a copy. */
        @Override
        public long transferTo(OutputStream target) throws IOException {
            long count = 0;
            while (fillContent()) {
                target.write(buffer, position, contentEnd - position);
                count += contentEnd - position;
                position = contentEnd;
            }
            return count;
        }
    }
}
