package app.heirloom.tools.resolution;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.album.RemoteLink;
import app.heirloom.library.remote.duplicate.RemoteStack;
import app.heirloom.tools.backup.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads in which stacks and shared links losers are. All links are read once, since servers list them only whole. */
final class TieReading {
    private final PhotoServer photos;
    private @Nullable List<RemoteLink> links;

    TieReading(PhotoServer photos) {
        this.photos = photos;
    }

    Step.Tied of(Step.Planned plan) {
        Set<AssetId> losers =
                plan.losers().stream().map(loser -> loser.asset().id()).collect(Collectors.toSet());
        Set<StackId> stacks = plan.losers().stream()
                .map(loser -> loser.asset().state().grouping().stack())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<RemoteStack> found = stacks.stream()
                .map(photos.stacks()::find)
                .flatMap(Optional::stream)
                .toList();
        List<RemoteLink> shared = links().stream()
                .map(link -> only(losers, link))
                .filter(link -> !link.assets().isEmpty())
                .toList();
        return new Step.Tied(found, shared);
    }

    private static RemoteLink only(Set<AssetId> losers, RemoteLink link) {
        Set<AssetId> assets = new HashSet<>(link.assets());
        assets.retainAll(losers);
        return new RemoteLink(link.id(), List.copyOf(assets));
    }

    private synchronized List<RemoteLink> links() {
        if (links == null) {
            links = photos.links().list();
        }
        return links;
    }
}
