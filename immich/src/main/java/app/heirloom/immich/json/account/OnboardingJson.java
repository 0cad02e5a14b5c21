package app.heirloom.immich.json.account;

import app.heirloom.immich.json.ImmichMapper;
import java.nio.charset.StandardCharsets;

/** Whether somebody has been shown around; there is no tour, so that holds until a client says otherwise. */
public record OnboardingJson(boolean isOnboarded) {
    public static final OnboardingJson DONE = new OnboardingJson(true);

    /** From the text of one that was kept. */
    public static OnboardingJson parse(String document) {
        return new OnboardingJson(ImmichMapper.read(document.getBytes(StandardCharsets.UTF_8))
                .path("isOnboarded")
                .asBoolean(true));
    }
}
