package app.heirloom.tools.devices;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.device.DeviceFile;
import app.heirloom.library.device.DeviceFile.Identity;
import app.heirloom.library.device.DeviceFile.Traits;
import app.heirloom.library.remote.HeldAsset;
import app.heirloom.library.remote.JoinKey;
import app.heirloom.library.remote.RemoteMatching;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes down which assets the server has of what is on the device, without going through all others: of files that nobody
 * has read, those with the same key, of all others those with their content. Questions are gathered until many are worth
 * a request; several threads may have some at once.
 */
final class ServerInquiry {
    private static final int AT_ONCE = 5_000;

    private final RemoteMatching server;
    private final DeviceShelves shelves;
    private final long scan;
    private final boolean byKey;
    private final Set<JoinKey> keys = new HashSet<>();
    private final Set<Checksum> checksums = new HashSet<>();

    /** Asks about keys only where somebody wants to know. */
    ServerInquiry(RemoteMatching server, DeviceShelves shelves, long scan, boolean byKey) {
        this.server = server;
        this.shelves = shelves;
        this.scan = scan;
        this.byKey = byKey;
    }

    void askAbout(List<DeviceFile> files) {
        files.forEach(this::gather);
        ask(AT_ONCE);
    }

    private synchronized void gather(DeviceFile file) {
        Identity identity = file.identity();
        Traits traits = file.traits();
        if (identity != null) {
            checksums.add(identity.checksum());
        } else if (byKey && traits != null) {
            keys.add(JoinKey.of(file.name(), traits.captured()));
        }
    }

    void askForContents(List<Checksum> contents) {
        synchronized (this) {
            checksums.addAll(contents);
        }
        ask(AT_ONCE);
    }

    /** Asks what nobody has asked yet. */
    void finish() {
        ask(1);
    }

    /** Nothing more will be asked in this scan: what only older ones saw is forgotten. */
    void conclude() {
        new Pages(shelves.transactions())
                .forEach(
                        AT_ONCE,
                        (after, limit) -> shelves.files().listVanished(scan, after, limit),
                        DeviceFile::path,
                        page -> askForContents(page.stream()
                                .map(file ->
                                        Objects.requireNonNull(file.identity()).checksum())
                                .toList()));
        finish();
        shelves.transactions().run(() -> shelves.listings().complete(scan));
    }

    private void ask(int atLeast) {
        ask(keys, atLeast, server::listByKey);
        ask(checksums, atLeast, server::listByChecksum);
    }

    private <T> void ask(Set<T> waiting, int atLeast, Function<Collection<T>, List<HeldAsset>> question) {
        List<T> asked;
        synchronized (this) {
            if (waiting.size() < atLeast) {
                return;
            }
            asked = List.copyOf(waiting);
            waiting.clear();
        }
        List<HeldAsset> assets = question.apply(asked);
        shelves.transactions().run(() -> shelves.listings().add(scan, assets));
    }
}
