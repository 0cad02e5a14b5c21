package app.heirloom.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.event.StacksChanged;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.stack.Stack;
import app.heirloom.library.stack.Stacks;
import app.heirloom.library.user.Caller;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.OwnedLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stacks over real rows. */
class StacksTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theFirstAssetLeads(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            Stacks stacks = stacks(library);
            List<AssetId> assets = library.addAssets(3);
            Stack stack = stacks.create(library.caller, List.of(assets.get(1), assets.get(0), assets.get(2)));
            assertThat(library.news()).containsExactly(new StacksChanged(library.caller.id()));
            assertThat(stacks.get(library.caller, stack.id()).assets())
                    .containsExactly(assets.get(1), assets.get(0), assets.get(2));
            assertThat(library.asset(assets.get(0)).state().grouping().stack()).isEqualTo(stack.id());
            assertThat(stacks.list(library.caller, Optional.of(assets.get(1)))).containsExactly(stack);
            assertThat(stacks.list(library.caller, Optional.of(assets.get(0)))).isEmpty();
            assertThat(stacks.lead(library.caller, stack.id(), assets.get(2)).primary())
                    .isEqualTo(assets.get(2));
            assertThat(stacks.list(library.caller, Optional.empty()))
                    .singleElement()
                    .satisfies(only ->
                            assertThat(only.assets()).containsExactly(assets.get(2), assets.get(0), assets.get(1)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneAssetIsNoStack(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            Stacks stacks = stacks(library);
            AssetId asset = library.addAsset();
            assertThatThrownBy(() -> stacks.create(library.caller, List.of(asset, asset)))
                    .hasMessageContaining("at least two");
            assertThatThrownBy(
                            () -> stacks.create(library.caller, List.of(asset, library.addAsset(library.addCaller()))))
                    .hasMessage("Not found or no stack.create access");
            assertThat(stacks.list(library.caller, Optional.empty())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLeaderBringsItsStackAndAFollowerLeavesIts(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            Stacks stacks = stacks(library);
            List<AssetId> assets = library.addAssets(8);
            Stack led = stacks.create(library.caller, assets.subList(0, 2));
            Stack followed = stacks.create(library.caller, assets.subList(2, 5));
            Stack dissolved = stacks.create(library.caller, assets.subList(5, 7));
            Stack made =
                    stacks.create(library.caller, List.of(assets.get(7), assets.get(0), assets.get(4), assets.get(6)));
            assertThat(made.assets())
                    .containsExactlyInAnyOrder(
                            assets.get(7), assets.get(0), assets.get(1), assets.get(4), assets.get(6));
            assertThat(made.primary()).isEqualTo(assets.get(7));
            assertThat(stacks.list(library.caller, Optional.empty()))
                    .extracting(Stack::id)
                    .containsExactlyInAnyOrder(followed.id(), made.id());
            assertThat(stacks.get(library.caller, followed.id()).assets()).isEqualTo(assets.subList(2, 4));
            assertThatThrownBy(() -> stacks.get(library.caller, led.id())).hasMessageContaining("stack.read");
            assertThat(library.asset(assets.get(5)).state().grouping().stack()).isNull();
            assertThatThrownBy(() -> stacks.get(library.caller, dissolved.id())).hasMessageContaining("stack.read");
        }
    }

    @ParameterizedTest
    @EnumSource
    void assetsLeaveUntilOneIsLeft(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            Stacks stacks = stacks(library);
            List<AssetId> assets = library.addAssets(3);
            Stack stack = stacks.create(library.caller, assets);
            assertThatThrownBy(() -> stacks.remove(library.caller, stack.id(), assets.get(0)))
                    .hasMessageContaining("primary");
            assertThatThrownBy(() -> stacks.remove(library.caller, stack.id(), library.addAsset()))
                    .hasMessageContaining("not in the stack");
            stacks.remove(library.caller, stack.id(), assets.get(2));
            assertThat(stacks.get(library.caller, stack.id()).assets()).isEqualTo(assets.subList(0, 2));
            stacks.remove(library.caller, stack.id(), assets.get(1));
            assertThat(stacks.list(library.caller, Optional.empty())).isEmpty();
            assertThat(library.asset(assets.get(0)).state().grouping().stack()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDeletedForGoodIsReplacedOrEndsTheStack(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            Stacks stacks = stacks(library);
            List<AssetId> assets = library.addAssets(3);
            Stack stack = stacks.create(library.caller, assets);
            library.run(() -> library.storage.assets().remove(Set.of(assets.get(0))));
            assertThat(stacks.get(library.caller, stack.id()).assets()).isEqualTo(assets.subList(1, 3));
            library.run(() -> library.storage.assets().remove(Set.of(assets.get(1))));
            assertThat(stacks.list(library.caller, Optional.empty())).isEmpty();
            assertThat(library.asset(assets.get(2)).state().grouping().stack()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLeaderInTheTrashHandsOver(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            Stacks stacks = stacks(library);
            List<AssetId> assets = library.addAssets(3);
            StackId id = stacks.create(library.caller, assets).id();
            library.trash(assets.get(0), true);
            assertThat(stacks.get(library.caller, id).primary()).isEqualTo(assets.get(1));
            library.trash(assets.get(1), true);
            library.trash(assets.get(2), true);
            assertThat(stacks.get(library.caller, id).primary()).isEqualTo(assets.get(2));
            library.trash(assets.get(0), false);
            assertThat(stacks.get(library.caller, id).primary()).isEqualTo(assets.get(0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStackOfSomebodyElseDoesNotExist(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            Stacks stacks = stacks(library);
            Stack stack = stacks.create(library.caller, library.addAssets(2));
            Caller stranger = library.addCaller();
            assertThat(stacks.list(stranger, Optional.of(stack.primary()))).isEmpty();
            assertThat(stacks.findOf(stranger, library.asset(stack.primary()))).isEmpty();
            assertThatThrownBy(() -> stacks.get(stranger, stack.id())).hasMessageContaining("stack.read");
            assertThatThrownBy(() -> stacks.lead(stranger, stack.id(), stack.primary()))
                    .hasMessageContaining("stack.update");
            assertThatThrownBy(() -> stacks.delete(stranger, List.of(stack.id())))
                    .hasMessageContaining("stack.delete");
            stacks.delete(library.caller, List.of(stack.id(), stack.id()));
            assertThat(stacks.list(library.caller, Optional.empty())).isEmpty();
        }
    }

    /** Whatever is done in whatever order, a simple model of it and the database stay the same. */
    @ParameterizedTest
    @EnumSource
    void randomCommandsKeepTheInvariants(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            Stacks stacks = stacks(library);
            var random = new Random(20_261_121);
            Model model = new Model(library.addAssets(14));
            for (int step = 0; step < 250; step++) {
                List<StackId> known = List.copyOf(model.stacks.keySet());
                StackId any = known.isEmpty() ? StackId.random() : known.get(random.nextInt(known.size()));
                List<AssetId> members = List.copyOf(model.stacks.getOrDefault(any, List.of()));
                int command = members.isEmpty() ? 0 : random.nextInt(6);
                switch (command) {
                    case 0, 1 -> create(stacks, library.caller, model, pick(random, model.assets, 2 + command));
                    case 2 -> {
                        AssetId leader = members.get(random.nextInt(members.size()));
                        stacks.lead(library.caller, any, leader);
                        model.lead(any, leader, members);
                    }
                    case 3 -> {
                        AssetId leaving = members.get(1 + random.nextInt(members.size() - 1));
                        stacks.remove(library.caller, any, leaving);
                        model.leave(List.of(leaving));
                    }
                    case 4 -> {
                        stacks.delete(library.caller, List.of(any));
                        model.stacks.remove(any);
                    }
                    default -> {
                        List<AssetId> gone = pick(random, model.assets, 2);
                        library.run(() -> library.storage.assets().remove(gone));
                        model.leave(gone);
                        model.assets.removeAll(gone);
                        model.assets.addAll(library.addAssets(gone.size()));
                    }
                }
                compare(library, stacks, model);
            }
        }
    }

    private static void create(Stacks stacks, Caller caller, Model model, List<AssetId> asked) {
        Set<AssetId> members = new LinkedHashSet<>(asked);
        model.stacks.values().stream()
                .filter(led -> asked.contains(led.getFirst()))
                .forEach(members::addAll);
        Stack made = stacks.create(caller, asked);
        model.leave(members);
        model.lead(made.id(), asked.getFirst(), members);
    }

    private static List<AssetId> pick(Random random, List<AssetId> assets, int count) {
        List<AssetId> shuffled = new ArrayList<>(assets);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, count));
    }

    private static void compare(OwnedLibrary library, Stacks stacks, Model model) {
        Map<StackId, List<AssetId>> found = new HashMap<>();
        stacks.list(library.caller, Optional.empty()).forEach(stack -> found.put(stack.id(), stack.assets()));
        assertThat(found).isEqualTo(model.stacks);
        for (Asset asset : library.read(() -> library.storage.assets().list(model.assets))) {
            StackId stack = asset.state().grouping().stack();
            assertThat(found.values().stream().anyMatch(members -> members.contains(asset.id())))
                    .isEqualTo(stack != null);
            assertThat(stack == null || found.getOrDefault(stack, List.of()).contains(asset.id()))
                    .isTrue();
        }
    }

    /** Stacks as lists: the leader, then the others by age; a lost leader is followed by the oldest. */
    private static final class Model {
        final Map<StackId, List<AssetId>> stacks = new HashMap<>();
        /** The oldest first. */
        final List<AssetId> assets;

        Model(List<AssetId> assets) {
            this.assets = new ArrayList<>(assets);
        }

        void lead(StackId id, AssetId leader, Collection<AssetId> members) {
            List<AssetId> ordered = new ArrayList<>(members);
            ordered.sort(Comparator.comparingInt(assets::indexOf));
            ordered.remove(leader);
            ordered.addFirst(leader);
            stacks.put(id, ordered);
        }

        void leave(Collection<AssetId> leaving) {
            stacks.values().forEach(members -> members.removeAll(leaving));
            stacks.values().removeIf(members -> members.size() < Stack.LEAST);
        }
    }

    private static Stacks stacks(OwnedLibrary library) {
        return new Stacks(library.storage.stacks(), library.own, library.storage.transactions(), library.events);
    }
}
