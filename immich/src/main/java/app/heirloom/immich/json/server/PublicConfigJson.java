package app.heirloom.immich.json.server;

/** The settings that a login page needs. */
public record PublicConfigJson(
        OAuthJson oauth, PasswordLoginJson passwordLogin, LoginPageJson server, ThemeJson theme) {

    /** Whether to log in elsewhere. */
    public record OAuthJson(boolean autoLaunch, String buttonText, boolean enabled) {}

    /** Whether to log in with a password. */
    public record PasswordLoginJson(boolean enabled) {}

    /** What to say on the login page. */
    public record LoginPageJson(String loginPageMessage) {}

    /** How to look. */
    public record ThemeJson(String customCss) {}

    public static final PublicConfigJson DEFAULT = new PublicConfigJson(
            new OAuthJson(false, "", false), new PasswordLoginJson(true), new LoginPageJson(""), new ThemeJson(""));
}
