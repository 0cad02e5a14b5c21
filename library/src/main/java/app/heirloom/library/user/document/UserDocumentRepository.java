package app.heirloom.library.user.document;

import app.heirloom.library.user.UserId;
import java.util.Optional;

/** Texts that belong to users, one under each key. Every change takes a new change id. */
public interface UserDocumentRepository {
    Optional<String> find(UserId user, UserDocument key);

    /** Adds the document, or replaces the one under the key. */
    void save(UserId user, UserDocument key, String document);

    /** Does nothing when there is none. */
    void remove(UserId user, UserDocument key);
}
