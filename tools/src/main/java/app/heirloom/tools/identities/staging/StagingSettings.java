package app.heirloom.tools.identities.staging;

import java.time.Duration;

/**
 * How to stage.
 *
 * @param workers how many assets are asked for at once
 * @param minimumFace the shorter side in pixels of the original that one face must have
 * @param patience before a download that broke off is tried again; each further time it is twice as long
 */
public record StagingSettings(int workers, double minimumFace, Duration patience) {
    public static final StagingSettings DEFAULT = new StagingSettings(8, 90, Duration.ofMillis(500));
}
