package app.heirloom.media.color;

import org.jspecify.annotations.Nullable;

/**
 * How the numbers of a picture mean colours.
 *
 * @param profile its ICC profile, if it has one
 * @param primaries by ITU-T H.273: 1 BT.709, 9 BT.2020, 12 Display P3; 0 unknown
 * @param transfer by ITU-T H.273: 13 sRGB, 16 PQ, 18 HLG; 0 unknown
 */
public record ColorDescription(@Nullable IccProfile profile, int primaries, int transfer) {
    public static final ColorDescription UNKNOWN = new ColorDescription(null, 0, 0);

    private static final int PQ = 16;
    private static final int HLG = 18;

    public static ColorDescription of(byte @Nullable [] profile) {
        return profile == null ? UNKNOWN : new ColorDescription(IccProfile.of(profile), 0, 0);
    }

    /** Whether its light reaches beyond what a JPEG shows. */
    public boolean isHighDynamicRange() {
        return transfer == PQ || transfer == HLG;
    }

    /** The profile that a derivative must carry to look right; null when it is sRGB or nearly so. */
    public @Nullable IccProfile profileToKeep() {
        if (profile != null) {
            return profile.isWorthKeeping() ? profile : null;
        }
        return isHighDynamicRange() ? null : StandardProfiles.of(primaries);
    }
}
