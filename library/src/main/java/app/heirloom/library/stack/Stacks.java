package app.heirloom.library.stack;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.access.OwnAssets;
import app.heirloom.library.asset.event.StacksChanged;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.event.Events;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What owners do with their stacks. A stack of somebody else fails as NO_ACCESS, like one that does not exist. */
public final class Stacks {
    private final StackRepository stacks;
    private final OwnAssets own;
    private final Transactions transactions;
    private final Events events;

    public Stacks(StackRepository stacks, OwnAssets own, Transactions transactions, Events events) {
        this.stacks = stacks;
        this.own = own;
        this.transactions = transactions;
        this.events = events;
    }

    /** All of the caller's stacks, or the one that this asset leads. */
    public List<Stack> list(Caller caller, Optional<AssetId> primary) {
        return transactions.read(() -> primary.map(asset -> stacks.findByAsset(asset).stream()
                        .filter(stack -> isOwn(caller, stack) && stack.primary().equals(asset))
                        .toList())
                .orElseGet(() -> stacks.list(caller.id())));
    }

    public Stack get(Caller caller, StackId id) {
        return transactions.read(() -> find(caller, id, Permission.STACK_READ));
    }

    /** The stack that the asset is in, for its owner. */
    public Optional<Stack> findOf(Caller caller, Asset asset) {
        return asset.state().grouping().stack() == null
                ? Optional.empty()
                : transactions.read(() -> stacks.findByAsset(asset.id())).filter(stack -> isOwn(caller, stack));
    }

    /**
     * Stacks the assets, the first as the primary. One that leads another stack brings all of that along; one that
     * follows in another stack leaves that.
     *
     * @throws app.heirloom.library.error.HeirloomException INVALID for fewer than two assets
     */
    public Stack create(Caller caller, List<AssetId> ids) {
        return transactions.write(() -> {
            Set<AssetId> members = new LinkedHashSet<>();
            for (Asset asset : own.list(caller, ids, Permission.STACK_CREATE)) {
                members.add(asset.id());
                stacks.findByAsset(asset.id())
                        .filter(stack -> stack.primary().equals(asset.id()))
                        .ifPresent(stack -> members.addAll(stack.assets()));
            }
            if (members.size() < Stack.LEAST) {
                throw ErrorCode.INVALID.exception("A stack needs at least two assets");
            }
            Stack made = new Stack(StackId.random(), caller.id(), List.copyOf(members));
            stacks.save(made);
            announce(caller);
            return made;
        });
    }

    /** Makes another asset of the stack the primary one; fails as INVALID when it is not in the stack. */
    public Stack lead(Caller caller, StackId id, AssetId primary) {
        return transactions.write(() -> {
            Stack stack = find(caller, id, Permission.STACK_UPDATE);
            if (!stack.assets().contains(primary)) {
                throw ErrorCode.INVALID.exception("The primary asset must be in the stack");
            }
            Stack led = stack.withPrimary(primary);
            stacks.save(led);
            announce(caller);
            return led;
        });
    }

    /** Dissolves the stacks, all or, when one is not the caller's, none; the assets stay. */
    public void delete(Caller caller, Collection<StackId> ids) {
        transactions.run(() -> {
            ids.forEach(id -> find(caller, id, Permission.STACK_DELETE));
            stacks.remove(ids);
            announce(caller);
        });
    }

    /** Takes one asset out of the stack; fails as INVALID for the primary asset and for one that is not in it. */
    public void remove(Caller caller, StackId id, AssetId asset) {
        transactions.run(() -> {
            Stack stack = find(caller, id, Permission.STACK_UPDATE);
            if (!stack.assets().contains(asset)) {
                throw ErrorCode.INVALID.exception("The asset is not in the stack");
            }
            if (stack.primary().equals(asset)) {
                throw ErrorCode.INVALID.exception("The primary asset cannot leave its stack: choose another one first");
            }
            stacks.release(List.of(asset));
            announce(caller);
        });
    }

    private Stack find(Caller caller, StackId id, Permission permission) {
        return stacks.find(id)
                .filter(stack -> isOwn(caller, stack))
                .orElseThrow(
                        () -> ErrorCode.NO_ACCESS.exception("Not found or no " + permission.dottedName() + " access"));
    }

    private static boolean isOwn(Caller caller, Stack stack) {
        return caller.isUser() && stack.owner().equals(caller.id());
    }

    private void announce(Caller caller) {
        transactions.afterCommit(() -> events.publish(new StacksChanged(caller.id())));
    }
}
