package app.heirloom.immich.json.account;

import app.heirloom.immich.json.ImmichMapper;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** A licence of Immich that its buyer wants shown here; nothing depends on it. */
public record LicenseJson(String licenseKey, String activationKey, String activatedAt) {
    /** From the text of one that was kept. */
    public static LicenseJson parse(String document) {
        JsonNode stored = ImmichMapper.read(document.getBytes(StandardCharsets.UTF_8));
        return new LicenseJson(
                stored.path("licenseKey").asString(""),
                stored.path("activationKey").asString(""),
                stored.path("activatedAt").asString(""));
    }
}
