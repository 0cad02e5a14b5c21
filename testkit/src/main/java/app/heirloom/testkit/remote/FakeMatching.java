package app.heirloom.testkit.remote;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.remote.HeldAsset;
import app.heirloom.library.remote.JoinKey;
import app.heirloom.library.remote.RemoteMatching;
import app.heirloom.library.remote.asset.RemoteAsset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Assets in memory, asked about all at once. */
record FakeMatching(FakeShelves shelves) implements RemoteMatching {
    private static final int SHOWN = 2;

    @Override
    public List<HeldAsset> listByKey(Collection<JoinKey> keys) {
        Map<JoinKey, List<RemoteAsset>> byKey = shelves.all().stream()
                .collect(Collectors.groupingBy(FakeMatching::keyOf, LinkedHashMap::new, Collectors.toList()));
        return Set.copyOf(keys).stream()
                .flatMap(key -> shown(byKey.getOrDefault(key, List.of())))
                .map(HeldAsset::of)
                .toList();
    }

    private static JoinKey keyOf(RemoteAsset asset) {
        return JoinKey.of(asset.original().fileName(), asset.times().captured());
    }

    private static Stream<RemoteAsset> shown(List<RemoteAsset> holders) {
        List<RemoteAsset> shown =
                holders.stream().filter(FakeMatching::isShown).limit(SHOWN).toList();
        return shown.size() == 1 && holders.size() > 1 ? Stream.empty() : shown.stream();
    }

    private static boolean isShown(RemoteAsset asset) {
        return asset.state().visibility() != Visibility.LOCKED;
    }

    @Override
    public List<HeldAsset> listByChecksum(Collection<Checksum> checksums) {
        Set<Checksum> wanted = Set.copyOf(checksums);
        return shelves.all().stream()
                .filter(asset -> isShown(asset)
                        && !asset.isExternal()
                        && wanted.contains(asset.original().checksum()))
                .map(HeldAsset::of)
                .toList();
    }
}
