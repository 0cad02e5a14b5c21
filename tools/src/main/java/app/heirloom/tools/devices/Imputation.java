package app.heirloom.tools.devices;

import app.heirloom.library.device.DeviceFile;
import app.heirloom.library.device.DeviceFile.Identity;
import app.heirloom.library.device.FileRepository.Identification;
import app.heirloom.library.device.Provenance;
import app.heirloom.library.device.StrictJoin;
import app.heirloom.library.device.StrictJoin.Verdict;
import app.heirloom.library.device.deletion.NearZeroRail;
import app.heirloom.library.remote.HeldAsset;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Takes checksums over from the server, where that is safe. */
final class Imputation {
    private static final int PORTION = 1_000;

    private final DeviceShelves shelves;
    private final long scan;
    private final Crew crew;
    private final Consumer<List<DeviceFile>> others;
    private List<Identification> held = new ArrayList<>();
    private long files;
    private long matches;
    private long ambiguous;

    /**
     * From what that scan saw on the server.
     *
     * @param others takes the files that must be read, in portions
     */
    Imputation(DeviceShelves shelves, long scan, Crew crew, Consumer<List<DeviceFile>> others) {
        this.shelves = shelves;
        this.scan = scan;
        this.crew = crew;
        this.others = others;
    }

    /**
     * What came of it.
     *
     * @param fallback matches that were not trusted, since there were too few
     */
    record Tally(long imputed, long ambiguous, long fallback) {}

    /** Returns before the crew has written down all of it. */
    Tally run(InstantSource clock) {
        Instant now = clock.instant();
        long most = shelves.transactions().read(shelves.files()::countUnidentified);
        new Pages(shelves.transactions())
                .forEach(
                        PORTION,
                        (after, limit) -> shelves.files().listJoinable(scan, after, limit),
                        joined -> joined.file().path(),
                        page -> {
                            judge(page, now);
                            if (!NearZeroRail.stops(matches, most)) { // and never will
                                takeOver();
                            }
                        });
        if (NearZeroRail.stops(matches, files)) {
            others.accept(held.stream().map(Identification::file).toList());
            return new Tally(0, ambiguous, matches);
        }
        takeOver();
        return new Tally(matches, ambiguous, 0);
    }

    private void judge(List<StrictJoin.Case> page, Instant now) {
        List<DeviceFile> rest = new ArrayList<>();
        for (StrictJoin.Case joined : page) {
            DeviceFile file = joined.file();
            if (file.stamp().isTooFresh(now)) {
                rest.add(file);
                continue;
            }
            files++;
            switch (StrictJoin.judge(joined)) {
                case Verdict.Match(HeldAsset asset) -> {
                    matches++;
                    var identity = new Identity(asset.checksum(), Provenance.IMPUTED);
                    held.add(new Identification(file, identity, asset.id()));
                }
                case Verdict.Ambiguous several -> {
                    ambiguous++;
                    rest.add(file);
                }
                case Verdict.Unmatched none -> rest.add(file);
            }
        }
        others.accept(rest);
    }

    private void takeOver() {
        List<Identification> portion = held;
        held = new ArrayList<>();
        crew.begin(() -> shelves.transactions().run(() -> shelves.files().identify(portion)));
    }
}
