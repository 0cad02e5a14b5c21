package app.heirloom.storage.device;

import app.heirloom.library.device.DeviceRepository;
import app.heirloom.library.device.FileRepository;
import app.heirloom.library.device.ListingRepository;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.database.Dialect;
import app.heirloom.storage.database.Migrations;
import app.heirloom.storage.database.SqlTransactions;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** The state file of one device, held by one process at a time. */
public final class DeviceStorage implements AutoCloseable {
    private static final List<String> MIGRATIONS =
            List.of("device/001-device.sql", "device/002-lean-indexes.sql", "device/003-later-stems.sql");

    private final String url;
    private final StateLock lock;
    private final SqlTransactions transactions;
    private final Database database;

    private DeviceStorage(String url, StateLock lock, SqlTransactions transactions, Dialect dialect) {
        this.url = url;
        this.lock = lock;
        this.transactions = transactions;
        this.database = new Database(transactions, dialect);
    }

    /**
     * Opens the file, makes it when it is missing, and brings its schema up to date.
     *
     * @throws app.heirloom.library.error.HeirloomException DATABASE when it is damaged, belongs to a newer version or to
     *     another program; INVALID when another process has it open
     */
    public static DeviceStorage open(Path file, InstantSource clock) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        } catch (IOException e) {
            throw ErrorCode.DATABASE.exception("Cannot make the folder of " + file + ": " + e.getMessage(), e);
        }
        StateLock lock = StateLock.take(file);
        DatabaseConfig config = DatabaseConfig.sqlite(file);
        Dialect dialect = Dialect.of(config.url());
        try {
            var migrations = new Migrations(dialect, MIGRATIONS);
            var transactions = SqlTransactions.open(config, dialect, migrations, SqlTransactions.Changes.NONE, clock);
            return new DeviceStorage(config.url(), lock, transactions, dialect);
        } catch (SQLException | PoolInitializationException e) {
            lock.close();
            throw ErrorCode.DATABASE.exception(
                    "Cannot open the state " + file + ": " + e.getMessage()
                            + ". If the file is damaged, import an export of it, or forget the device and add it again.",
                    e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public Transactions transactions() {
        return transactions;
    }

    public DeviceRepository devices() {
        return new SqlDeviceRepository(database);
    }

    public FileRepository files() {
        return new SqlFileRepository(database);
    }

    public ListingRepository listings() {
        return new SqlListingRepository(database);
    }

    /** Writes all of the state into a new file; fails as INVALID when it cannot. */
    public void copyTo(Path target) {
        if (Files.exists(target)) {
            throw ErrorCode.INVALID.exception(target + " exists already: give another name");
        }
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement("vacuum into ?")) {
            statement.setString(1, target.toAbsolutePath().toString());
            statement.execute();
        } catch (SQLException e) {
            throw ErrorCode.INVALID.exception("Cannot write " + target + ": " + e.getMessage(), e);
        }
    }

    /** Removes a state file that nobody has open, with all that belongs to it. */
    public static void remove(Path file) {
        try {
            for (String suffix : List.of("", "-wal", "-shm", StateLock.SUFFIX)) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            }
        } catch (IOException e) {
            throw ErrorCode.DATABASE.exception("Cannot remove " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        transactions.close();
        lock.close();
    }
}
