package app.heirloom.library.user;

import org.jspecify.annotations.Nullable;

/**
 * A login that lasts until it is revoked, expires or is unused for long.
 *
 * @param parent the session that made this one for another device
 * @param resetPending whether its client must fetch everything anew
 */
public record Session(
        SessionId id,
        UserId user,
        Device device,
        SessionTimes times,
        @Nullable SessionId parent,
        boolean resetPending) {

    public Session withTimes(SessionTimes newTimes) {
        return new Session(id, user, device, newTimes, parent, resetPending);
    }

    public Session withDevice(Device newDevice) {
        return new Session(id, user, newDevice, times, parent, resetPending);
    }

    public Session withResetPending(boolean newResetPending) {
        return new Session(id, user, device, times, parent, newResetPending);
    }
}
