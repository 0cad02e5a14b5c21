package app.heirloom.tools.resolution;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.tools.backup.SavedAsset;
import app.heirloom.tools.backup.Step;
import app.heirloom.tools.duplicates.AnalyzedAsset;
import app.heirloom.tools.duplicates.AnalyzedGroup;
import app.heirloom.tools.duplicates.Grounds;
import app.heirloom.tools.finding.OriginalContents;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a group and every member again, before anything is done to it. */
record GroupInspection(PhotoServer photos, OriginalContents contents, InstantSource clock) {
    /** What came of it. */
    sealed interface Finding {
        record Ready(Step.Planned plan) implements Finding {}

        record Unfit(String reason) implements Finding {}
    }

    /** The group must be as it was when it was analysed. Losers in external libraries are left alone. */
    Finding inspect(AnalyzedGroup group) {
        List<SavedAsset> members = new ArrayList<>();
        for (AnalyzedAsset expected : group.assets().toList()) {
            if (expected.isExternal() && !expected.id().equals(group.keeper().id())) {
                continue;
            }
            Optional<SavedAsset> found = new AssetReading(photos).find(expected.id());
            Optional<String> change = found.isEmpty()
                    ? Optional.of("is gone")
                    : changeOf(found.get().asset(), expected, group);
            if (change.isPresent()) {
                return new Finding.Unfit(expected.file().name() + " (" + expected.id() + ") " + change.get());
            }
            found.ifPresent(members::add);
        }
        if (members.size() < 2) {
            return new Finding.Unfit(
                    "all of the others are in external libraries, whose files nothing here may remove");
        }
        Optional<String> counter = new Evidence(contents)
                .against(
                        group.grounds(), members.stream().map(SavedAsset::asset).toList());
        return counter.isPresent()
                ? new Finding.Unfit(counter.get())
                : judge(members.getFirst(), members.subList(1, members.size()));
    }

    private Optional<String> changeOf(RemoteAsset asset, AnalyzedAsset expected, AnalyzedGroup group) {
        if (asset.state().trashed()) {
            return Optional.of("is in the trash");
        }
        if (asset.state().offline()) {
            return Optional.of("has a file that the server cannot see");
        }
        if (!asset.owner().equals(photos.account().user().id())) {
            return Optional.of("belongs to somebody else");
        }
        boolean isMember = group.grounds() != Grounds.SERVER
                || group.id().equals(asset.state().grouping().duplicateGroup());
        if (!isMember) {
            return Optional.of("is no longer in the group");
        }
        boolean isSame = asset.original().checksum().equals(expected.file().checksum())
                && asset.times().updated().equals(expected.updated());
        return isSame ? Optional.empty() : Optional.of("has changed since the analysis: analyze again");
    }

    private Finding judge(SavedAsset keeper, List<SavedAsset> losers) {
        boolean isKeeperLive = keeper.asset().state().grouping().livePhotoVideo() != null;
        List<SavedAsset> videos = new ArrayList<>();
        for (SavedAsset loser : losers) {
            AssetId video = loser.asset().state().grouping().livePhotoVideo();
            if (video == null) {
                continue;
            }
            if (!isKeeperLive) {
                return new Finding.Unfit(
                        loser.asset().original().fileName() + " is a live photo and the keeper is none: keep that one");
            }
            new AssetReading(photos).find(video).ifPresent(videos::add);
        }
        boolean isRefused = keeper.asset().isExternal()
                && !new Consolidation(photos, Pause.REAL)
                        .gain(keeper, losers)
                        .edit()
                        .metadata()
                        .equals(MetadataEdits.NONE);
        return isRefused
                ? new Finding.Unfit(
                        "the keeper is in an external library, whose metadata the server reads from its file"
                                + " again: what the others know would be lost; keep another one")
                : new Finding.Ready(new Step.Planned(clock.instant(), keeper, losers, videos));
    }
}
