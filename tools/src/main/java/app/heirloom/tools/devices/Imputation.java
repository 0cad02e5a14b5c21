package app.heirloom.tools.devices;

import app.heirloom.library.device.DeviceFile.Identity;
import app.heirloom.library.device.FileRepository.Identification;
import app.heirloom.library.device.NearZeroRail;
import app.heirloom.library.device.Provenance;
import app.heirloom.library.device.StrictJoin;
import app.heirloom.library.device.StrictJoin.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Takes checksums over from the server, where that is safe. */
final class Imputation {
    private static final int PORTION = 1_000;

    private final DeviceShelves shelves;
    private final long scan;
    private final InstantSource clock;

    /** From what that scan saw on the server. */
    Imputation(DeviceShelves shelves, long scan, InstantSource clock) {
        this.shelves = shelves;
        this.scan = scan;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param fallback matches that were not trusted, since there were too few
     */
    record Tally(long imputed, long ambiguous, long fallback) {}

    Tally run() {
        Instant now = clock.instant();
        var counter = new Counter();
        judge(counter::count, now);
        if (NearZeroRail.stops(counter.matches, counter.files)) {
            return new Tally(0, counter.ambiguous, counter.matches);
        }
        judge(this::takeOver, now);
        return new Tally(counter.matches, counter.ambiguous, 0);
    }

    private record Judged(StrictJoin.Case joined, Verdict verdict) {}

    private interface Judges {
        void hear(List<Judged> judged);
    }

    private void judge(Judges judges, Instant now) {
        new Pages(shelves.transactions())
                .forEach(
                        PORTION,
                        (after, limit) -> shelves.files().listJoinable(scan, after, limit),
                        joined -> joined.file().path(),
                        page -> judges.hear(page.stream()
                                .filter(joined -> !joined.file().stamp().isTooFresh(now))
                                .map(joined -> new Judged(joined, StrictJoin.judge(joined)))
                                .toList()));
    }

    private void takeOver(List<Judged> judged) {
        List<Identification> matches = new ArrayList<>();
        for (Judged one : judged) {
            if (one.verdict() instanceof Verdict.Match match) {
                var identity = new Identity(match.asset().checksum(), Provenance.IMPUTED);
                matches.add(new Identification(one.joined().file(), identity));
            }
        }
        shelves.transactions().run(() -> shelves.files().identify(matches));
    }

    private static final class Counter {
        private long files;
        private long matches;
        private long ambiguous;

        void count(List<Judged> judged) {
            for (Judged one : judged) {
                files++;
                switch (one.verdict()) {
                    case Verdict.Match match -> matches++;
                    case Verdict.Ambiguous several -> ambiguous++;
                    case Verdict.Unmatched none -> {}
                }
            }
        }
    }
}
