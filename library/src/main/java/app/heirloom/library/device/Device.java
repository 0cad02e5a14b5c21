package app.heirloom.library.device;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.external.folder.Exclusions;
import app.heirloom.library.remote.RemoteAccount;
import app.heirloom.library.user.UserId;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A phone or folder that is compared with a photo server. */
public record Device(DeviceId id, String name, Root root, Binding binding, Rails rails, Scope scope) {
    /**
     * Where it is to be found.
     *
     * @param folder absolute
     * @param marked whether its id lies in the folder
     */
    public record Root(Path folder, boolean marked) {}

    /**
     * Whose photos it is compared with.
     *
     * @param server the address, for people; the user's id is what tells servers apart
     */
    public record Binding(URI server, UserId user) {
        public static Binding of(RemoteAccount account) {
            return new Binding(account.server().address(), account.user().id());
        }
    }

    /**
     * What of it counts.
     *
     * @param exclusions globs of files that are not looked at
     * @param albums when there are any, only assets in an album of such a name may go to the trash
     */
    public record Scope(List<String> exclusions, List<String> albums) {
        public static final Scope ALL = new Scope(List.of(), List.of());

        public Scope {
            exclusions = List.copyOf(exclusions);
            new Exclusions(exclusions); // fails as INVALID when one is malformed
            albums = List.copyOf(albums);
        }
    }

    /** Fails as INVALID when the account is of another user, or on another server. */
    public void requireBoundTo(RemoteAccount account) {
        Binding other = Binding.of(account);
        if (!binding.user().equals(other.user())) {
            throw ErrorCode.INVALID.exception("The device " + name + " belongs to the user " + binding.user() + " of "
                    + binding.server() + ", but the key is of the user " + other.user() + " of " + other.server()
                    + ". If the server was set up anew, forget the device and add it again.");
        }
    }

    public Device withRoot(Root newRoot) {
        return new Device(id, name, newRoot, binding, rails, scope);
    }

    public Device withBinding(Binding newBinding) {
        return new Device(id, name, root, newBinding, rails, scope);
    }

    public Device withRules(Rails newRails, Scope newScope) {
        return new Device(id, name, root, binding, newRails, newScope);
    }
}
