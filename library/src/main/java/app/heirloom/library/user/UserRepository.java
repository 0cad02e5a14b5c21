package app.heirloom.library.user;

import app.heirloom.library.error.ErrorCode;
import java.util.List;
import java.util.Optional;

/** Users, deleted ones included, and the hashes of their passwords and PIN codes. */
public interface UserRepository {
    Optional<User> find(UserId id);

    /** By e-mail in lower case. */
    Optional<User> findByEmail(String email);

    /** The oldest first. */
    List<User> list();

    /** Whether an active user administers the server. */
    boolean hasAdmin();

    /** Adds the user unless the e-mail is taken, and says whether it did. */
    boolean add(User user, String passwordHash);

    /** Writes all but the quota's usage, which is kept by the assets' repository. */
    void save(User user);

    /** Whether the picture of some user has this key. */
    boolean isImage(String key);

    String getPasswordHash(UserId id);

    void savePasswordHash(UserId id, String passwordHash);

    /** Empty when the user has no PIN code. */
    Optional<String> findPinHash(UserId id);

    /** An empty hash takes the PIN code away. */
    void savePinHash(UserId id, Optional<String> pinHash);

    default User get(UserId id) {
        return find(id).orElseThrow(() -> ErrorCode.NO_ACCESS.exception("Not found or no user.read access"));
    }
}
