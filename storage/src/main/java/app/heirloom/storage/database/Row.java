package app.heirloom.storage.database;

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
public final class Row {
    private final ResultSet rows;
    private final Dialect dialect;
    private int column;

    public Row(ResultSet rows, Dialect dialect) {
        this.rows = rows;
        this.dialect = dialect;
    }

    public boolean next() throws SQLException {
        column = 0;
        return rows.next();
    }

    /** Leaves the next columns out. */
    public Row skip(int columns) {
        column += columns;
        return this;
    }

    public String text() {
        return required(textOrNull());
    }

    @Nullable
    public String textOrNull() {
        return read(rows::getString);
    }

    public UUID uuid() {
        return required(uuidOrNull());
    }

    @Nullable
    public UUID uuidOrNull() {
        return read(index -> dialect.readUuid(rows, index));
    }

    public byte[] bytes() {
        return required(bytesOrNull());
    }

    public byte @Nullable [] bytesOrNull() {
        return read(rows::getBytes);
    }

    public long number() {
        return read(rows::getLong);
    }

    @Nullable
    public Long numberOrNull() {
        return read(index -> {
            long value = rows.getLong(index);
            return value == 0 && rows.wasNull() ? null : value; // null reads as 0; each call costs
        });
    }

    public int integer() {
        return Math.toIntExact(number());
    }

    @Nullable
    public Integer integerOrNull() {
        Long value = numberOrNull();
        return value == null ? null : Math.toIntExact(value);
    }

    public double real() {
        return read(rows::getDouble);
    }

    @Nullable
    public Double realOrNull() {
        return read(index -> {
            double value = rows.getDouble(index);
            return value == 0 && rows.wasNull() ? null : value;
        });
    }

    public boolean flag() {
        return required(read(rows::getBoolean));
    }

    public Instant instant() {
        return Times.instant(number());
    }

    @Nullable
    public Instant instantOrNull() {
        Long micros = numberOrNull();
        return micros == null ? null : Times.instant(micros);
    }

    public LocalDateTime local() {
        return Times.local(number());
    }

    @Nullable
    public LocalDateTime localOrNull() {
        Long micros = numberOrNull();
        return micros == null ? null : Times.local(micros);
    }

    @Nullable
    public Duration durationOrNull() {
        Long millis = numberOrNull();
        return millis == null ? null : Duration.ofMillis(millis);
    }

    public <E extends Enum<E>> E constant(Class<E> type) {
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
