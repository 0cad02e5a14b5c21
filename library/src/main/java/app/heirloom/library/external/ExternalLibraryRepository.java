package app.heirloom.library.external;

import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.error.ErrorCode;
import java.util.List;
import java.util.Optional;

/** External libraries. One that is on its way out is not found any more. */
public interface ExternalLibraryRepository {
    void add(ExternalLibrary library);

    Optional<ExternalLibrary> find(LibraryId id);

    /** Oldest first. */
    List<ExternalLibrary> list();

    void save(ExternalLibrary library);

    /** From now on the library is not found, while its assets leave one portion after another. */
    void hide(LibraryId id);

    /** Removes the row of a hidden library that has no assets any more. */
    void remove(LibraryId id);

    LibraryStatistics statistics(LibraryId id);

    /** The library, or a NO_ACCESS failure. */
    default ExternalLibrary get(LibraryId id) {
        return find(id).orElseThrow(() -> ErrorCode.NO_ACCESS.exception("Not found or no library.read access"));
    }
}
