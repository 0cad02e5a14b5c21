package app.heirloom.tools.identities.store;

import app.heirloom.library.remote.RemoteAccount;
import app.heirloom.library.remote.RemoteUser;
import java.util.Objects;

/**
 * Whose pictures a folder holds.
 *
 * @param server the address of the photo server
 * @param user the user's id there
 */
public record StoreOwner(String server, String user, String name, String email) {
    public StoreOwner {
        Objects.requireNonNull(server, "no server");
        Objects.requireNonNull(user, "no user");
    }

    public static StoreOwner of(RemoteAccount account) {
        RemoteUser user = account.user();
        return new StoreOwner(account.server().address().toString(), user.id().toString(), user.name(), user.email());
    }

    /** Whether it is the same user, whatever he is called now and under whatever address the server is reached. */
    boolean isSame(StoreOwner other) {
        return user.equals(other.user);
    }

    /** As in {@code Ann <ann@example.com>}. */
    @Override
    public String toString() {
        return name + " <" + email + ">";
    }
}
