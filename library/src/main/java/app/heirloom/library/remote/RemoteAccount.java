package app.heirloom.library.remote;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.user.Permission;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who one is on a photo server, and what one may do there. */
public interface RemoteAccount {
    /** What the server is, found out once. */
    RemoteServer server();

    /** Whose key it is. */
    RemoteUser user();

    /** What the key may do; empty where the server cannot tell. */
    Optional<Set<Permission>> permissions();

    /**
     * To be called before work starts that would otherwise stop in its middle.
     *
     * @throws app.heirloom.library.error.HeirloomException FORBIDDEN, naming all of the permissions that the key lacks
     */
    default void require(Collection<Permission> needed) {
        Optional<Set<Permission>> granted = permissions();
        if (granted.isEmpty() || granted.get().contains(Permission.ALL)) {
            return;
        }
        Set<Permission> missing = EnumSet.noneOf(Permission.class);
        missing.addAll(needed);
        missing.removeAll(granted.get());
        if (!missing.isEmpty()) {
            String names = missing.stream().map(Permission::dottedName).collect(Collectors.joining(", "));
            throw ErrorCode.FORBIDDEN.exception(
                    "The API key lacks the " + (missing.size() == 1 ? "permission " : "permissions ") + names
                            + ": make a key with them on the server, under account settings, API keys");
        }
    }
}
