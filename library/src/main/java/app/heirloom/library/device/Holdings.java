package app.heirloom.library.device;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.device.HoldingRepository.Holder;
import app.heirloom.library.remote.HeldAsset;
import app.heirloom.library.remote.JoinKey;
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
import java.util.stream.Stream;

/** Tells a device what this server has of what is on it. */
public final class Holdings {
    /** How many keys or checksums may be asked for at once. */
    public static final int LIMIT = 100_000;

    private static final int PORTION = 1_000;

    private final HoldingRepository holdings;
    private final Transactions transactions;

    public Holdings(HoldingRepository holdings, Transactions transactions) {
        this.holdings = holdings;
        this.transactions = transactions;
    }

    /**
     * What has a key.
     *
     * @param assets two at most, which is enough to see that there are several; without what is locked away from the
     *     caller
     * @param count how many there are, of any kind, trashed or not
     */
    public record Holders(List<HeldAsset> assets, int count) {
        private static final int SHOWN = 2;
        private static final Holders NONE = new Holders(List.of(), 0);

        public Holders {
            assets = List.copyOf(assets);
        }

        private Holders with(HeldAsset another, boolean isShown) {
            return isShown && assets.size() < SHOWN
                    ? new Holders(
                            Stream.concat(assets.stream(), Stream.of(another)).toList(), count + 1)
                    : new Holders(assets, count + 1);
        }
    }

    /** What became of a content here. */
    public sealed interface Holding {
        /**
         * It is here.
         *
         * @param shown whether the caller may see what has it
         */
        record Present(HeldAsset asset, boolean shown) implements Holding {}

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
                        .forEach(holder -> found.computeIfPresent(
                                holder.asset().key(),
                                (key, holders) -> holders.with(holder.asset(), isShown(caller, holder)))));
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
                    holdings.listByChecksum(owner, portion)
                            .forEach(holder -> found.put(
                                    holder.asset().checksum(),
                                    new Holding.Present(holder.asset(), isShown(caller, holder))));
                }));
        var unknown = new Holding.Unknown();
        return checksums.stream()
                .map(checksum -> found.getOrDefault(checksum, unknown))
                .toList();
    }

    private static boolean isShown(Caller caller, Holder holder) {
        return !holder.locked() || caller.isElevated();
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
