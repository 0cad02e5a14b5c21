package app.heirloom.storage.external;

import app.heirloom.storage.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of scans, each with an empty library of its own, on both databases. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
abstract class ScanTest {
    @Parameter
    TestDatabase database;

    @TempDir
    Path folder;

    ScannedLibrary library;

    @BeforeEach
    void open() throws IOException {
        library = new ScannedLibrary(database, folder);
    }

    @AfterEach
    void close() {
        library.close();
    }
}
