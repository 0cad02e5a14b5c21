package app.heirloom.tools.resolution;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.album.RemoteLink;
import app.heirloom.library.remote.asset.WholeRemoteAsset;
import app.heirloom.library.remote.duplicate.RemoteStack;
import app.heirloom.tools.backup.GroupRecord;
import app.heirloom.tools.backup.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings losers that are there again back into their stacks and shared links. Who follows in another stack stays there. */
record TieRestoration(PhotoServer photos, GroupRecord record, BackupTies ties, boolean isDryRun) {
    private static final int LEAST = 2;

    /** Somebody of a stack, and the stack that he is in now. */
    private record Member(AssetId id, @Nullable RemoteStack stack) {
        /** One that leads a stack brings all of that along, so that nobody loses his; nor does he in one of these alone. */
        boolean isFreeFor(RemoteStack was, Set<AssetId> members) {
            return stack == null
                    || stack.id().equals(was.id())
                    || stack.assets().getFirst().equals(id)
                    || members.containsAll(stack.assets());
        }
    }

    /** What was done, or would be, or cannot be. */
    List<String> run() {
        List<String> notes = new ArrayList<>();
        record.plan().map(ties::stacksOf).orElse(List.of()).forEach(stack -> stack(stack, notes));
        record.ties().map(Step.Tied::links).orElse(List.of()).forEach(link -> share(link, notes));
        return notes;
    }

    private void stack(RemoteStack was, List<String> notes) {
        List<Member> members = was.assets().stream()
                .map(ties::current)
                .flatMap(id -> member(id).stream())
                .toList();
        if (isWhole(members)) {
            return;
        }
        Set<AssetId> all = members.stream().map(Member::id).collect(Collectors.toSet());
        List<AssetId> free = members.stream()
                .filter(member -> member.isFreeFor(was, all))
                .map(Member::id)
                .toList();
        if (free.size() < LEAST) {
            notes.add("a stack of " + was.assets().size() + " cannot be made again: its others are gone or elsewhere");
            return;
        }
        notes.add("stack " + free.size() + " assets again");
        if (!isDryRun) {
            create(free);
        }
    }

    private Optional<Member> member(AssetId id) {
        Optional<WholeRemoteAsset> found = photos.assets().find(id);
        if (found.isEmpty()) {
            return isDryRun && ties.isLoser(id) ? Optional.of(new Member(id, null)) : Optional.empty();
        }
        StackId stack = found.get().asset().state().grouping().stack();
        return Optional.of(new Member(
                id, stack == null ? null : photos.stacks().find(stack).orElse(null)));
    }

    private static boolean isWhole(List<Member> members) {
        return members.stream().allMatch(member -> member.stack() != null)
                && members.stream().map(Member::stack).distinct().count() == 1;
    }

    private void create(List<AssetId> members) {
        StackId made = photos.stacks().create(members).id();
        boolean isThere = photos.stacks()
                .find(made)
                .filter(stack -> stack.assets().containsAll(members))
                .isPresent();
        if (!isThere) {
            throw ErrorCode.REMOTE_FAILURE.exception("The server was told to stack " + members + ", and did not");
        }
    }

    private void share(RemoteLink was, List<String> notes) {
        Optional<RemoteLink> now = photos.links().find(was.id());
        if (now.isEmpty()) {
            notes.add("the shared link " + was.id() + " is gone: share again what was in it");
            return;
        }
        List<AssetId> missing = was.assets().stream()
                .map(record::current)
                .filter(id -> !now.get().assets().contains(id) && !isTrashed(id))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        notes.add("share " + missing.size() + " assets again");
        if (!isDryRun) {
            photos.links().add(was.id(), missing);
            requireShared(was, missing);
        }
    }

    /** What is in the trash is in its links again when it comes out. */
    private boolean isTrashed(AssetId id) {
        return photos.assets()
                .find(id)
                .filter(whole -> whole.asset().state().trashed())
                .isPresent();
    }

    private void requireShared(RemoteLink was, List<AssetId> wanted) {
        boolean isShared = photos.links()
                .find(was.id())
                .filter(link -> link.assets().containsAll(wanted))
                .isPresent();
        if (!isShared) {
            throw ErrorCode.REMOTE_FAILURE.exception(
                    "The server was told to share " + wanted + " by the link " + was.id() + ", and did not");
        }
    }
}
