package app.heirloom.library.user.document;

import java.util.Optional;

/** Texts that the server keeps about itself, one under each key. */
public interface ServerDocumentRepository {
    Optional<String> find(String key);

    /** Adds the document, or replaces the one under the key. */
    void save(String key, String document);
}
