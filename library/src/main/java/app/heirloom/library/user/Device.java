package app.heirloom.library.user;

/** What a session runs on, as far as its requests tell; unknown parts are empty. */
public record Device(String type, String os, String appVersion) {
    public static final Device UNKNOWN = new Device("", "", "");

    public Device withAppVersion(String newAppVersion) {
        return new Device(type, os, newAppVersion);
    }
}
