package app.heirloom.tools.devices;

import app.heirloom.library.device.DeviceFile;
import app.heirloom.library.device.DeviceFile.Identity;
import app.heirloom.library.device.ServerAsset;
import app.heirloom.library.remote.JoinKey;
import app.heirloom.library.remote.RemoteMatching;
import app.heirloom.library.remote.asset.RemoteAsset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * Writes down which assets the server has of what is on the device, without going through all others: of files that nobody
 * has read, those with the same key, and in the end those with a content that is known here.
 */
final class ServerInquiry {
    private static final int PORTION = 10_000;

    private final RemoteMatching server;
    private final DeviceShelves shelves;
    private final long scan;

    ServerInquiry(RemoteMatching server, DeviceShelves shelves, long scan) {
        this.server = server;
        this.shelves = shelves;
        this.scan = scan;
    }

    void match(LongConsumer asked) {
        forEachPage((after, limit) -> shelves.files().listUnidentified(after, limit, false), page -> {
            asked.accept(page.size());
            return server.listByKey(keys(page));
        });
    }

    private static Set<JoinKey> keys(List<DeviceFile> files) {
        return files.stream()
                .filter(file -> file.traits() != null)
                .map(file -> JoinKey.of(
                        file.name(), Objects.requireNonNull(file.traits()).captured()))
                .collect(Collectors.toSet());
    }

    /** What only older scans saw is forgotten afterwards. */
    void trace(LongConsumer asked) {
        forEachPage((after, limit) -> shelves.files().listUntraced(scan, after, limit), page -> {
            asked.accept(page.size());
            return server.listByChecksum(page.stream()
                    .map(DeviceFile::identity)
                    .filter(Objects::nonNull)
                    .map(Identity::checksum)
                    .collect(Collectors.toSet()));
        });
        shelves.transactions().run(() -> shelves.listings().complete(scan));
    }

    private interface Question {
        List<RemoteAsset> ask(List<DeviceFile> files);
    }

    private void forEachPage(Pages.Source<DeviceFile> files, Question question) {
        new Pages(shelves.transactions()).forEach(PORTION, files, DeviceFile::path, page -> {
            List<ServerAsset> assets =
                    question.ask(page).stream().map(ServerAsset::of).toList();
            shelves.transactions().run(() -> shelves.listings().add(scan, assets));
        });
    }
}
