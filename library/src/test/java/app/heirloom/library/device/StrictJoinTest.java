package app.heirloom.library.device;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.device.StrictJoin.Case;
import app.heirloom.library.device.StrictJoin.Verdict;
import app.heirloom.library.device.deletion.NearZeroRail;
import app.heirloom.library.remote.HeldAsset;
import app.heirloom.library.remote.HeldAsset.Standing;
import app.heirloom.library.remote.JoinKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StrictJoinTest {
    private static final Instant TAKEN = Instant.parse("2024-05-01T10:00:00.9Z");
    private static final Standing LIVE = new Standing(AssetType.IMAGE, false, false, false);
    private static final DeviceFile FILE = new DeviceFile(
            "DCIM/a.jpg", new FileStamp(10, TAKEN), null, null, new DeviceFile.Presence(null, null, false));

    @Test
    void oneFileAndOneLiveAssetOfItsSizeMatch() {
        HeldAsset asset = asset(10L, LIVE);
        assertThat(StrictJoin.judge(new Case(FILE, 1, 1, asset))).isEqualTo(new Verdict.Match(asset));
    }

    @Test
    void severalOfAKeyAreAmbiguousHereAndThere() {
        HeldAsset asset = asset(10L, LIVE);
        assertThat(StrictJoin.judge(new Case(FILE, 2, 1, asset))).isInstanceOf(Verdict.Ambiguous.class);
        assertThat(StrictJoin.judge(new Case(FILE, 1, 2, asset)))
                .as("the file could be the other, even if that is in the trash")
                .isInstanceOf(Verdict.Ambiguous.class);
    }

    @Test
    void whatCannotBeTheFileIsNoMatch() {
        assertThat(List.of(
                        asset(11L, LIVE),
                        asset(null, LIVE),
                        asset(10L, new Standing(AssetType.IMAGE, true, false, false)),
                        asset(10L, new Standing(AssetType.IMAGE, false, true, false)),
                        asset(10L, new Standing(AssetType.IMAGE, false, false, true)),
                        asset(10L, new Standing(AssetType.VIDEO, false, false, false))))
                .allSatisfy(asset -> assertThat(StrictJoin.judge(new Case(FILE, 1, 1, asset)))
                        .isInstanceOf(Verdict.Unmatched.class));
        assertThat(StrictJoin.judge(new Case(FILE, 1, 0, null))).isInstanceOf(Verdict.Unmatched.class);
    }

    @Test
    void keysCountWholeSeconds() {
        assertThat(JoinKey.of("a.jpg", TAKEN)).isEqualTo(JoinKey.of("a.jpg", Instant.parse("2024-05-01T10:00:00Z")));
        assertThat(JoinKey.of("a.jpg", TAKEN)).isNotEqualTo(JoinKey.of("A.jpg", TAKEN));
    }

    @Test
    void theRailNeedsMoreThanAHundredFilesAndLessThanATwentieth() {
        assertThat(NearZeroRail.stops(0, 100)).isFalse();
        assertThat(NearZeroRail.stops(5, 101)).isTrue();
        assertThat(NearZeroRail.stops(10, 200)).isFalse();
        assertThat(NearZeroRail.stops(9, 200)).isTrue();
    }

    @Test
    void aFileIsTooFreshWhileItsTimeCannotTellTheNextChange() {
        var stamp = new FileStamp(10, TAKEN);
        assertThat(stamp.isTooFresh(TAKEN.plusMillis(1_999))).isTrue();
        assertThat(stamp.isTooFresh(TAKEN.plusSeconds(2))).isFalse();
        assertThat(stamp.isTooFresh(TAKEN.minusSeconds(3_600)))
                .as("clocks differ")
                .isTrue();
    }

    private static HeldAsset asset(@Nullable Long size, Standing standing) {
        return new HeldAsset(
                AssetId.random(),
                JoinKey.of("a.jpg", TAKEN),
                Checksum.of(new byte[Checksum.LENGTH_IN_BYTES]),
                new HeldAsset.Size(size, null),
                standing);
    }
}
