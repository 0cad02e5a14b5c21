package app.heirloom.storage.sql;

import app.heirloom.library.error.ErrorCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a result, read column by column in the order of the select list. */
final class Row {
    private final ResultSet rows;
    private final Dialect dialect;
    private int column;

    Row(ResultSet rows, Dialect dialect) {
        this.rows = rows;
        this.dialect = dialect;
    }

    boolean next() throws SQLException {
        column = 0;
        return rows.next();
    }

    /** Leaves the next columns out. */
    Row skip(int columns) {
        column += columns;
        return this;
    }

    String text() {
        return required(textOrNull());
    }

    @Nullable
    String textOrNull() {
        return read(rows::getString);
    }

    UUID uuid() {
        return required(uuidOrNull());
    }

    @Nullable
    UUID uuidOrNull() {
        return read(index -> dialect.readUuid(rows, index));
    }

    byte[] bytes() {
        return required(bytesOrNull());
    }

    byte @Nullable [] bytesOrNull() {
        return read(rows::getBytes);
    }

    long number() {
        return read(rows::getLong);
    }

    @Nullable
    Long numberOrNull() {
        return read(index -> {
            long value = rows.getLong(index);
            return value == 0 && rows.wasNull() ? null : value; // null reads as 0; each call costs
        });
    }

    int integer() {
        return Math.toIntExact(number());
    }

    @Nullable
    Integer integerOrNull() {
        Long value = numberOrNull();
        return value == null ? null : Math.toIntExact(value);
    }

    @Nullable
    Double realOrNull() {
        return read(index -> {
            double value = rows.getDouble(index);
            return value == 0 && rows.wasNull() ? null : value;
        });
    }

    boolean flag() {
        return required(read(rows::getBoolean));
    }

    Instant instant() {
        return Times.instant(number());
    }

    @Nullable
    Instant instantOrNull() {
        Long micros = numberOrNull();
        return micros == null ? null : Times.instant(micros);
    }

    LocalDateTime local() {
        return Times.local(number());
    }

    @Nullable
    LocalDateTime localOrNull() {
        Long micros = numberOrNull();
        return micros == null ? null : Times.local(micros);
    }

    @Nullable
    Duration durationOrNull() {
        Long millis = numberOrNull();
        return millis == null ? null : Duration.ofMillis(millis);
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        return Enum.valueOf(type, text());
    }

    private interface Reader<T extends @Nullable Object> {
        T read(int column) throws SQLException;
    }

    private <T extends @Nullable Object> T read(Reader<T> reader) {
        try {
            return reader.read(++column);
        } catch (SQLException e) {
            throw ErrorCode.DATABASE.exception("Cannot read column " + column + ": " + e.getMessage(), e);
        }
    }

    private <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value, () -> "column " + column + " is null");
    }
}
