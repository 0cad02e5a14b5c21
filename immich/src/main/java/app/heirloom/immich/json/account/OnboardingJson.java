package app.heirloom.immich.json.account;

/** Whether a user has been shown around. */
public record OnboardingJson(boolean isOnboarded) {}
