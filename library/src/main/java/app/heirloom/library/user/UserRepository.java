package app.heirloom.library.user;

import app.heirloom.library.error.ErrorCode;
import java.util.List;
import java.util.Optional;

/** Users and their password hashes. */
public interface UserRepository {
    Optional<User> find(UserId id);

    /** By e-mail in lower case. */
    Optional<User> findByEmail(String email);

    List<User> list();

    boolean hasAdmin();

    /** Adds the user unless the e-mail is taken, and says whether it did. */
    boolean add(User user, String passwordHash);

    /** Writes account and quota size; the usage is kept by the assets' repository. */
    void save(User user);

    String getPasswordHash(UserId id);

    void savePasswordHash(UserId id, String passwordHash);

    default User get(UserId id) {
        return find(id).orElseThrow(() -> ErrorCode.NO_ACCESS.exception("Not found or no user.read access"));
    }
}
