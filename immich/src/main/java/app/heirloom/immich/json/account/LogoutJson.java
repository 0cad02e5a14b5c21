package app.heirloom.immich.json.account;

/** How a logout went and where to go next. */
public record LogoutJson(boolean successful, String redirectUri) {}
