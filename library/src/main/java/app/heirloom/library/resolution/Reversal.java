package app.heirloom.library.resolution;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations.Gift;
import app.heirloom.library.asset.AssetRelations.GiftKind;
import app.heirloom.library.duplicate.merge.KnownMetadata;
import app.heirloom.library.duplicate.merge.MetadataGain;
import app.heirloom.library.duplicate.merge.MetadataGain.Remainder;
import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.library.metadata.edit.Withdrawal;
import app.heirloom.library.resolution.DuplicateResolution.Acts;
import app.heirloom.library.resolution.DuplicateResolution.Rows;
import app.heirloom.library.stack.Stack;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes from an heir what it got, as far as nobody changed that since. Called inside a write, when those that it came from are
 * out of the trash again.
 */
final class Reversal {
    private static final String STACK = "the stack";

    private final Rows rows;
    private final Heritage heritage;
    private final Acts acts;

    Reversal(Rows rows, Heritage heritage, Acts acts) {
        this.rows = rows;
        this.heritage = heritage;
        this.acts = acts;
    }

    /**
     * How far it went, in words for people.
     *
     * @param takenBack what is as it was
     * @param changed what stays, since somebody changed it
     */
    record Extent(Set<String> takenBack, Set<String> changed) {
        boolean concernsStacks() {
            return takenBack.contains(STACK);
        }

        void note(String what, boolean isTakenBack) {
            (isTakenBack ? takenBack : changed).add(what);
        }
    }

    Extent takeBack(Inheritance inheritance) {
        var extent = new Extent(new LinkedHashSet<>(), new LinkedHashSet<>());
        unsay(inheritance, extent);
        List<Gift> taken = rows.relations().takeBack(inheritance.gifts(), inheritance.heir());
        inheritance.gifts().forEach(gift -> extent.note(nameOf(gift.kind()), taken.contains(gift)));
        Stack joined = inheritance.stacks().after();
        if (joined != null) {
            extent.note(STACK, part(joined, inheritance.stacks().before()));
        }
        return extent;
    }

    private void unsay(Inheritance inheritance, Extent extent) {
        Asset heir = rows.assets().get(inheritance.heir());
        KnownMetadata now = heritage.of(heir);
        AssetEdit done = MetadataGain.between(inheritance.before(), inheritance.after());
        AssetEdit back = MetadataGain.takeBack(inheritance.before(), done, now);
        Remainder rest = MetadataGain.remainder(inheritance.before(), done, now);
        if (!back.equals(MetadataGain.NONE)) {
            acts.editing().edit(heir, back);
        }
        acts.editing()
                .withdraw(
                        rows.assets().get(inheritance.heir()),
                        new Withdrawal(rest.place(), rest.date() ? inheritance.taken() : null));
        Set<String> unsaid = new HashSet<>(MetadataGain.parts(back));
        unsaid.addAll(rest.parts());
        MetadataGain.parts(done).forEach(part -> extent.note(part, unsaid.contains(part)));
    }

    /**
     * Makes of a stack again those that it came from, unless others joined or left it. The one that all others joined is the
     * last to lose what is theirs.
     */
    private boolean part(Stack joined, List<Stack> before) {
        Set<AssetId> members = existing(joined.assets());
        Optional<Stack> now = rows.stacks().find(joined.id());
        if (now.isEmpty() || !members.equals(new HashSet<>(now.get().assets()))) {
            return false;
        }
        before.stream()
                .sorted(Comparator.comparing((Stack stack) -> stack.id().equals(joined.id())))
                .forEach(this::restore);
        return true;
    }

    private void restore(Stack stack) {
        Set<AssetId> members = existing(stack.assets());
        if (members.size() < Stack.LEAST) {
            rows.stacks().remove(List.of(stack.id()));
        } else {
            rows.stacks().save(new Stack(stack.id(), stack.owner(), List.copyOf(members)));
        }
    }

    private Set<AssetId> existing(Collection<AssetId> assets) {
        Set<AssetId> there = new HashSet<>();
        rows.assets().list(assets).forEach(asset -> there.add(asset.id()));
        Set<AssetId> ordered = new LinkedHashSet<>(assets);
        ordered.retainAll(there);
        return ordered;
    }

    private static String nameOf(GiftKind kind) {
        return switch (kind) {
            case ALBUM -> "the albums";
            case TAG -> "the tags";
            case SHARED_LINK -> "the shared links";
            case FACE, PERSON -> "the people";
        };
    }
}
