package app.heirloom.storage.database;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.event.ChangeId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs plain SQL in the surrounding transaction: arguments in by type, rows out through a mapper. */
public final class Database {
    /** Both databases take more, but no statement needs it. */
    public static final int MAX_ARGUMENTS = 1_000;

    private final SqlTransactions transactions;
    private final Dialect dialect;

    public Database(SqlTransactions transactions, Dialect dialect) {
        this.transactions = transactions;
        this.dialect = dialect;
    }

    /** A change id for what the surrounding transaction writes. */
    public ChangeId nextChange() {
        return transactions.nextChange();
    }

    /** As {@link Dialect#nameIndex}. */
    public Optional<String> nameIndex() {
        return dialect.nameIndex();
    }

    /** As {@link Dialect#textIndex}. */
    public Optional<String> textIndex() {
        return dialect.textIndex();
    }

    public <T> List<T> list(String sql, Function<Row, T> mapper, @Nullable Object... arguments) {
        List<T> result = new ArrayList<>();
        forEach(sql, row -> result.add(mapper.apply(row)), arguments);
        return result;
    }

    public <T> Optional<T> find(String sql, Function<Row, T> mapper, @Nullable Object... arguments) {
        return list(sql, mapper, arguments).stream().findFirst();
    }

    public boolean exists(String sql, @Nullable Object... arguments) {
        return find(sql, row -> true, arguments).isPresent();
    }

    public void forEach(String sql, Consumer<Row> consumer, @Nullable Object... arguments) {
        execute(sql, arguments, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                Row row = new Row(rows, dialect);
                while (row.next()) {
                    consumer.accept(row);
                }
                return true;
            }
        });
    }

    /** Returns how many rows it changed. */
    public int update(String sql, @Nullable Object... arguments) {
        return execute(sql, arguments, PreparedStatement::executeUpdate);
    }

    /** Runs the same for each row of arguments, which is faster than to say it for each anew. */
    public void updateAll(String sql, Collection<@Nullable Object[]> rows) {
        try (PreparedStatement statement = transactions.connection().prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw dialect.codeOf(e).exception("The database failed: " + e.getMessage(), e);
        }
    }

    /** Hands the values on in portions that fit one statement, together with the {@code (?, ?)} for them. */
    public static <V> void inPortions(Collection<V> values, PortionConsumer<V> consumer) {
        List<V> all = List.copyOf(values);
        for (int from = 0; from < all.size(); from += MAX_ARGUMENTS) {
            List<V> portion = all.subList(from, Math.min(from + MAX_ARGUMENTS, all.size()));
            consumer.accept(portion, "(" + String.join(", ", Collections.nCopies(portion.size(), "?")) + ")");
        }
    }

    /** Takes a portion of values. */
    public interface PortionConsumer<V> {
        void accept(List<V> portion, String placeholders);
    }

    private interface Execution<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private <T> T execute(String sql, @Nullable Object[] arguments, Execution<T> execution) {
        try (PreparedStatement statement = transactions.connection().prepareStatement(sql)) {
            bind(statement, arguments);
            return execution.run(statement);
        } catch (SQLException e) {
            throw dialect.codeOf(e).exception("The database failed: " + e.getMessage(), e);
        }
    }

    private void bind(PreparedStatement statement, @Nullable Object[] arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            bind(statement, i + 1, arguments[i]);
        }
    }

    private void bind(PreparedStatement statement, int index, @Nullable Object argument) throws SQLException {
        switch (argument) {
            case null -> statement.setObject(index, null);
            case UUID uuid -> dialect.bindUuid(statement, index, uuid);
            case ChangeId change -> dialect.bindUuid(statement, index, change.value());
            case Instant instant -> statement.setLong(index, Times.micros(instant));
            case LocalDateTime local -> statement.setLong(index, Times.micros(local));
            case Duration duration -> statement.setLong(index, duration.toMillis());
            case AssetType type -> statement.setInt(index, Codes.of(type));
            case Visibility visibility -> statement.setInt(index, Codes.of(visibility));
            case Enum<?> constant -> statement.setString(index, constant.name());
            case Boolean flag -> statement.setBoolean(index, flag);
            case byte[] bytes -> statement.setBytes(index, bytes);
            default -> statement.setObject(index, argument);
        }
    }
}
