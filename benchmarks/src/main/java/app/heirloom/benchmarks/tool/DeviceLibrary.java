package app.heirloom.benchmarks.tool;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sqlite.SQLiteDataSource;

/** Fills the database of a library with what its one user took with a device, and with others, without their files. */
final class DeviceLibrary {
    static final int SIZE = 100_000;
    static final long BYTES = 2_500_000;

    private DeviceLibrary() {}

    /** A photo of the device. */
    record Photo(String name, Instant taken) {}

    /** The database must have its user, and no server may run on it. */
    static void fill(Path database, List<Photo> photos) throws IOException {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + database);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("begin");
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into asset (id, owner_id, file_name, file_name_folded, type, checksum, size_in_bytes, blob_key,
                      captured_at, local_at, local_day, local_month, file_modified_at, created_at, updated_at, width,
                      height, thumbhash, visibility, is_favorite, change_id)
                    select randomblob(16), id, ?1, ?1, 0, randomblob(20), ?2, ?1, ?3, ?3, ?3 / 86400000000,
                      cast(strftime('%Y%m', ?3 / 1000000, 'unixepoch') as integer), ?3, ?3, ?3, 4000, 3000,
                      randomblob(25), 0, false, unhex(printf('%032x', ?4))
                    from app_user""")) {
                for (int number = 0; number < SIZE; number++) {
                    Photo photo = number < photos.size() ? photos.get(number) : other(number);
                    insert.setString(1, photo.name());
                    insert.setLong(2, BYTES);
                    insert.setLong(3, TimeUnit.SECONDS.toMicros(photo.taken().getEpochSecond()));
                    insert.setInt(4, number + 1);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            statement.execute("""
                    insert into asset_exif (asset_id, description, keywords, change_id)
                    select id, '', '', change_id from asset""");
            statement.execute("commit");
        } catch (SQLException e) {
            throw new IOException("Cannot fill " + database, e);
        }
    }

    private static Photo other(int number) {
        return new Photo("other-%06d.jpg".formatted(number), Instant.EPOCH.plusSeconds(3_600L * number));
    }
}
