package app.heirloom.immich.json.album;

import app.heirloom.library.album.content.Contribution;
import java.util.UUID;

/** How many of an album's assets a user owns. */
public record ContributionJson(UUID userId, long assetCount) {
    public static ContributionJson of(Contribution contribution) {
        return new ContributionJson(contribution.owner().value(), contribution.assets());
    }
}
