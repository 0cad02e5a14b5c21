package app.heirloom.tools.identities.staging;

import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.tools.identities.store.StagingOutcome;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Counts what a run does and passes on what it complains of, from many threads. */
final class StagingTally {
    final LongAdder listed = new LongAdder();
    final LongAdder before = new LongAdder();
    final LongAdder failed = new LongAdder();

    private final Map<StagingOutcome, LongAdder> outcomes = new EnumMap<>(StagingOutcome.class);
    private final Consumer<String> complaints;
    private final long begin = System.nanoTime();

    StagingTally(Consumer<String> complaints) {
        this.complaints = complaints;
        for (StagingOutcome outcome : StagingOutcome.values()) {
            outcomes.put(outcome, new LongAdder());
        }
    }

    void count(StagingOutcome outcome) {
        outcomes.getOrDefault(outcome, failed).increment();
    }

    void fail(RemoteAsset asset, String reason) {
        failed.increment();
        complaints.accept(asset.original().fileName() + " (" + asset.id() + "): " + reason);
    }

    private long of(StagingOutcome outcome) {
        return outcomes.getOrDefault(outcome, failed).sum();
    }

    StagingSummary summary(List<String> notes) {
        return new StagingSummary(
                listed.sum(),
                before.sum(),
                new StagingSummary.Staged(
                        of(StagingOutcome.STAGED),
                        of(StagingOutcome.KNOWN),
                        of(StagingOutcome.DUPLICATE),
                        failed.sum()),
                new StagingSummary.Skipped(
                        of(StagingOutcome.SMALL), of(StagingOutcome.FACELESS), of(StagingOutcome.LEFT_OUT)),
                notes,
                Duration.ofNanos(System.nanoTime() - begin));
    }
}
