package app.heirloom.tools.identities.staging;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.tools.identities.store.StoreOwner;
import java.util.Optional;

/**
 * Whose pictures are meant. Servers list a key's own user's assets whoever's are asked for, so that an administrator's key
 * would quietly put his photos into another user's folder.
 */
public final class StagedOwner {
    private StagedOwner() {}

    /**
     * Fails as FORBIDDEN unless the key's user is the one that is meant.
     *
     * @param label what the folder is called
     * @param wanted id, e-mail address or name of who is meant; without, the label must say it
     */
    public static void require(String label, Optional<String> wanted, StoreOwner keyOwner) {
        if (wanted.isPresent()) {
            if (!isCalled(keyOwner, wanted.get())) {
                throw refusal(keyOwner, wanted.get(), "");
            }
        } else if (!isCalled(keyOwner, label)) {
            throw refusal(keyOwner, label, ". If " + label + " is but another name: add --owner " + keyOwner.email());
        }
    }

    private static boolean isCalled(StoreOwner user, String text) {
        String local = user.email().replaceFirst("@.*", "");
        return text.equalsIgnoreCase(user.user())
                || text.equalsIgnoreCase(user.email())
                || text.equalsIgnoreCase(local)
                || text.equalsIgnoreCase(user.name());
    }

    private static HeirloomException refusal(StoreOwner keyOwner, String wanted, String more) {
        return ErrorCode.FORBIDDEN.exception("The API key is of " + keyOwner + ", not of " + wanted
                + ", and servers list nobody else's assets: make a key as that user" + more);
    }
}
