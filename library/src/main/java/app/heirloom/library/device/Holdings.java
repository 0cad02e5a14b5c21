package app.heirloom.library.device;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.ContentMatch;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a device what this server has of what is on it. */
public final class Holdings {
    /** How many keys or checksums may be asked for at once. */
    public static final int LIMIT = 100_000;

    private static final int PORTION = 1_000;

    private final HoldingRepository holdings;
    private final AssetRepository assets;
    private final Transactions transactions;

    public Holdings(HoldingRepository holdings, AssetRepository assets, Transactions transactions) {
        this.holdings = holdings;
        this.assets = assets;
        this.transactions = transactions;
    }

    /**
     * What has a key.
     *
     * @param asset the only one; null when there is none, or several, or when it is locked away from the caller
     * @param count how many assets there are, of any kind, trashed or not
     */
    public record Holders(@Nullable Asset asset, int count) {
        private static final Holders NONE = new Holders(null, 0);

        private Holders with(Asset another, boolean isShown) {
            return new Holders(count == 0 && isShown ? another : null, count + 1);
        }
    }

    /** What became of a content here. */
    public sealed interface Holding {
        /** It is here. */
        record Present(ContentMatch match) implements Holding {}

        /** It was removed for good. */
        record Removed(Instant when) implements Holding {}

        /** It never was here. */
        record Unknown() implements Holding {}
    }

    /** For each key, in the order given, which of the caller's assets have it. */
    public List<Holders> match(Caller caller, List<JoinKey> keys) {
        caller.require(Permission.ASSET_READ);
        Map<JoinKey, Holders> found = new HashMap<>();
        keys.forEach(key -> found.put(key, Holders.NONE));
        Set<Long> seconds = new LinkedHashSet<>();
        keys.forEach(key -> seconds.add(key.second()));
        inPortions(
                seconds,
                portion -> transactions
                        .read(() -> holdings.listBySecond(caller.id(), portion))
                        .forEach(asset -> found.computeIfPresent(
                                keyOf(asset), (key, holders) -> holders.with(asset, isShown(caller, asset)))));
        return keys.stream().map(key -> found.getOrDefault(key, Holders.NONE)).toList();
    }

    /** For each content, in the order given, what became of it among the caller's assets. */
    public List<Holding> trace(Caller caller, List<Checksum> checksums) {
        caller.require(Permission.ASSET_READ);
        UserId owner = caller.id();
        Map<Checksum, Holding> found = new HashMap<>();
        inPortions(
                new LinkedHashSet<>(checksums),
                portion -> transactions.run(() -> {
                    holdings.listRemoved(owner, portion)
                            .forEach((checksum, when) -> found.put(checksum, new Holding.Removed(when)));
                    assets.listByChecksum(owner, portion)
                            .forEach(match -> found.put(match.checksum(), new Holding.Present(match)));
                }));
        var unknown = new Holding.Unknown();
        return checksums.stream()
                .map(checksum -> found.getOrDefault(checksum, unknown))
                .toList();
    }

    private static boolean isShown(Caller caller, Asset asset) {
        return asset.state().visibility() != Visibility.LOCKED || caller.isElevated();
    }

    private static JoinKey keyOf(Asset asset) {
        return JoinKey.of(asset.original().fileName(), asset.times().captured());
    }

    private interface PortionConsumer<T> {
        void accept(List<T> portion);
    }

    private static <T> void inPortions(Collection<T> all, PortionConsumer<T> consumer) {
        List<T> list = new ArrayList<>(all);
        for (int from = 0; from < list.size(); from += PORTION) {
            consumer.accept(list.subList(from, Math.min(from + PORTION, list.size())));
        }
    }
}
