package app.heirloom.library.device.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.device.FileStamp;
import app.heirloom.library.device.Provenance;
import app.heirloom.library.device.Rails;
import app.heirloom.library.device.Rails.Strictness;
import app.heirloom.library.device.deletion.Deletion.Evidence;
import app.heirloom.library.device.deletion.Deletion.LostFile;
import app.heirloom.library.device.deletion.DeletionPlan.Fate;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.HeldAsset;
import app.heirloom.library.remote.JoinKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeletionPlanTest {
    private static final Instant GONE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant AFTER_QUARANTINE = GONE.plus(Duration.ofDays(14));
    private static final Evidence CLEAR = new Evidence(true, true, false, true, false);

    @Test
    void whatIsGoneWaitsForTwoWeeks() {
        Deletion deletion = deletion(Provenance.HASHED, CLEAR);
        assertThat(fate(deletion, Strictness.STRICT, AFTER_QUARANTINE.minusSeconds(1)))
                .isEqualTo(new Fate.Waiting(AFTER_QUARANTINE));
        assertThat(fate(deletion, Strictness.STRICT, AFTER_QUARANTINE)).isEqualTo(new Fate.Due());
    }

    @Test
    void guessesThatCannotBeComparedAreHeldOnlyWhenStrict() {
        Deletion guessed = deletion(Provenance.IMPUTED, new Evidence(true, false, false, true, false));
        assertThat(fate(guessed, Strictness.STRICT)).isInstanceOf(Fate.Held.class);
        assertThat(fate(guessed, Strictness.TRUSTING)).isInstanceOf(Fate.Due.class);
        assertThat(fate(deletion(Provenance.IMPUTED, CLEAR), Strictness.STRICT)).isInstanceOf(Fate.Due.class);
    }

    @Test
    void aTwinHoldsUnlessNobodyIsAsked() {
        Deletion twin = deletion(Provenance.HASHED, new Evidence(true, true, false, true, true));
        assertThat(fate(twin, Strictness.TRUSTING)).isInstanceOf(Fate.Held.class);
        assertThat(fate(twin, Strictness.AUTONOMOUS)).isInstanceOf(Fate.Due.class);
    }

    @Test
    void noStrictnessOverrulesContradictionScopeOrLackOfProof() {
        assertThat(List.of(
                        new Evidence(false, true, false, true, false),
                        new Evidence(true, false, true, true, false),
                        new Evidence(true, true, false, false, false)))
                .allSatisfy(evidence -> assertThat(fate(deletion(Provenance.IMPUTED, evidence), Strictness.AUTONOMOUS))
                        .isInstanceOf(Fate.Held.class));
    }

    @Test
    void aRunMayDeleteOnePercentAndAtLeastFive() {
        assertThat(Rails.DEFAULT.limit(100)).isEqualTo(5);
        assertThat(Rails.DEFAULT.limit(600)).isEqualTo(6);
        List<Deletion> six = Collections.nCopies(6, deletion(Provenance.IMPUTED, CLEAR));
        DeletionPlan few = DeletionPlan.of(six, Rails.DEFAULT, 599, AFTER_QUARANTINE);
        assertThat(few.isOverLimit()).isTrue();
        assertThat(few.imputed()).isEqualTo(6);
        assertThat(DeletionPlan.of(six, Rails.DEFAULT, 600, AFTER_QUARANTINE).isOverLimit())
                .isFalse();
        assertThat(DeletionPlan.of(six, Rails.DEFAULT, 0, GONE).isOverLimit())
                .as("what waits does not count")
                .isFalse();
    }

    @Test
    void railsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Rails(Duration.ofDays(91), 1, 5, Strictness.STRICT))
                .isInstanceOf(HeirloomException.class)
                .hasMessageContaining("0 to 90");
        assertThatThrownBy(() -> new Rails(Duration.ZERO, 101, 5, Strictness.STRICT))
                .isInstanceOf(HeirloomException.class);
        assertThatThrownBy(() -> new Rails(Duration.ZERO, Double.NaN, 5, Strictness.STRICT))
                .isInstanceOf(HeirloomException.class);
    }

    private static Fate fate(Deletion deletion, Strictness strictness) {
        return fate(deletion, strictness, AFTER_QUARANTINE);
    }

    private static Fate fate(Deletion deletion, Strictness strictness, Instant now) {
        var rails = new Rails(Duration.ofDays(14), 1, 5, strictness);
        return DeletionPlan.of(List.of(deletion), rails, 100, now)
                .items()
                .getFirst()
                .fate();
    }

    private static Deletion deletion(Provenance provenance, Evidence evidence) {
        Checksum checksum = Checksum.of(new byte[Checksum.LENGTH_IN_BYTES]);
        return new Deletion(
                "a.jpg",
                new LostFile(new FileStamp(10, GONE), checksum, provenance, GONE),
                new HeldAsset(
                        AssetId.random(),
                        JoinKey.of("a.jpg", GONE),
                        checksum,
                        new HeldAsset.Size(10L, null),
                        new HeldAsset.Standing(AssetType.IMAGE, false, false, false)),
                evidence);
    }
}
