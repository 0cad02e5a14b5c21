package app.heirloom.storage.sql.external;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.external.ExternalLibrary;
import app.heirloom.library.external.ExternalLibrary.ScanState;
import app.heirloom.library.external.ExternalLibrary.Scope;
import app.heirloom.library.external.ExternalLibraryRepository;
import app.heirloom.library.external.LibraryStatistics;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import java.util.List;
import java.util.Optional;

public final class SqlExternalLibraryRepository implements ExternalLibraryRepository {
    private static final String SELECT = """
            select id, owner_id, name, import_paths, exclusion_patterns, created_at, updated_at, refreshed_at, note,
              is_loss_accepted
            from library where not is_hidden
            """;

    private final Database database;

    public SqlExternalLibraryRepository(Database database) {
        this.database = database;
    }

    @Override
    public void add(ExternalLibrary library) {
        database.update(
                """
                insert into library (id, owner_id, name, import_paths, exclusion_patterns, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                library.id().value(),
                library.owner().value(),
                library.name(),
                String.join("\n", library.scope().importPaths()),
                String.join("\n", library.scope().exclusionPatterns()),
                library.created(),
                library.state().updated());
    }

    @Override
    public Optional<ExternalLibrary> find(LibraryId id) {
        return database.find(SELECT + " and id = ?", SqlExternalLibraryRepository::library, id.value());
    }

    @Override
    public List<ExternalLibrary> list() {
        return database.list(SELECT + " order by created_at, id", SqlExternalLibraryRepository::library);
    }

    @Override
    public void save(ExternalLibrary library) {
        ScanState state = library.state();
        database.update(
                """
                update library set name = ?, import_paths = ?, exclusion_patterns = ?, updated_at = ?,
                  refreshed_at = ?, note = ?, is_loss_accepted = ?
                where id = ?
                """,
                library.name(),
                String.join("\n", library.scope().importPaths()),
                String.join("\n", library.scope().exclusionPatterns()),
                state.updated(),
                state.refreshed(),
                state.note(),
                state.lossAccepted(),
                library.id().value());
    }

    @Override
    public void hide(LibraryId id) {
        database.update("update library set is_hidden = ? where id = ?", true, id.value());
    }

    @Override
    public void remove(LibraryId id) {
        database.update("delete from library where id = ?", id.value());
    }

    @Override
    public LibraryStatistics statistics(LibraryId id) {
        return database.find(
                        """
                        select count(case when type = ? and visibility <> ? then 1 end),
                          count(case when type = ? and visibility <> ? then 1 end),
                          coalesce(sum(size_in_bytes), 0)
                        from asset where library_id = ? and trashed_at is null
                        """,
                        row -> new LibraryStatistics(row.number(), row.number(), row.number()),
                        AssetType.IMAGE,
                        Visibility.HIDDEN,
                        AssetType.VIDEO,
                        Visibility.HIDDEN,
                        id.value())
                .orElse(LibraryStatistics.NONE);
    }

    private static ExternalLibrary library(Row row) {
        return new ExternalLibrary(
                new LibraryId(row.uuid()),
                new UserId(row.uuid()),
                row.text(),
                new Scope(lines(row.text()), lines(row.text())),
                row.instant(),
                new ScanState(row.instant(), row.instantOrNull(), row.textOrNull(), row.flag()));
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }
}
