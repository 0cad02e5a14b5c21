package app.heirloom.immich.json.server;

/** What clients must know before anybody has logged in. */
public record ServerConfigJson(
        String externalDomain,
        boolean isInitialized,
        boolean isOnboarded,
        String loginPageMessage,
        boolean maintenanceMode,
        String mapDarkStyleUrl,
        String mapLightStyleUrl,
        int minFaces,
        String oauthButtonText,
        boolean publicUsers,
        int trashDays,
        int userDeleteDelay) {}
