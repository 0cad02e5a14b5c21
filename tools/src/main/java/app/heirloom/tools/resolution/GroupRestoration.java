package app.heirloom.tools.resolution;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.duplicate.MetadataGain;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.metadata.AssetEdit;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.RemoteAlbum;
import app.heirloom.library.remote.RemoteAsset;
import app.heirloom.library.remote.RemoteTag;
import app.heirloom.tools.backup.Gain;
import app.heirloom.tools.backup.GroupBackup;
import app.heirloom.tools.backup.SavedAsset;
import app.heirloom.tools.backup.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings one group back: first the losers, then the keeper as it was. */
final class GroupRestoration {
    private final PhotoServer photos;
    private final GroupBackup backup;
    private final boolean isDryRun;
    private final Consolidation consolidation;
    private final List<String> notes = new ArrayList<>();

    GroupRestoration(PhotoServer photos, GroupBackup backup, boolean isDryRun, Pause pause) {
        this.photos = photos;
        this.backup = backup;
        this.isDryRun = isDryRun;
        this.consolidation = new Consolidation(photos, pause);
    }

    /** What was done, or would be; nothing when all is as it was. */
    List<String> run() {
        Optional<Step.Planned> plan = backup.record().plan();
        if (plan.isEmpty()) {
            return List.of();
        }
        Stream.concat(plan.get().videos().stream(), plan.get().losers().stream())
                .forEach(saved -> notes.addAll(new AssetReturn(photos, backup, isDryRun, consolidation).of(saved)));
        if (!backup.record().isRestored() || !notes.isEmpty()) {
            notes.addAll(new TieRestoration(photos, backup.record(), isDryRun).run());
        }
        if (!backup.record().isRestored()) {
            List<String> exceptions = takeBack(plan.get().keeper());
            if (!isDryRun) {
                backup.append(new Step.Restored(exceptions));
            }
        }
        return List.copyOf(notes);
    }

    /** Takes from the keeper what it was given and still has, and returns what it must go on having. */
    private List<String> takeBack(SavedAsset before) {
        AssetId id = before.asset().id();
        Optional<SavedAsset> found = new AssetReading(photos).find(id);
        List<Gain> gains = backup.record().gains();
        if (found.isEmpty() || gains.isEmpty()) {
            return List.of();
        }
        SavedAsset now = found.get();
        List<String> exceptions = new ArrayList<>();
        for (Gain gain : gains) {
            takeBackEdit(before, gain.edit(), now);
            takeBackAlbumsAndTags(gain, now);
            takeBackPeople(before, gain, now);
            MetadataGain.lasting(before.known(), gain.edit())
                    .forEach(what -> exceptions.add(what + " that "
                            + before.asset().original().fileName() + " was given stays: servers cannot unsay it"));
        }
        if (!isDryRun) {
            requireTaken(before, gains);
        }
        notes.addAll(exceptions);
        return exceptions;
    }

    private void requireTaken(SavedAsset before, List<Gain> gains) {
        RemoteAsset keeper = before.asset();
        Set<Object> left = new HashSet<>();
        new AssetReading(photos).find(keeper.id()).ifPresent(now -> {
            now.albums().forEach(album -> left.add(album.id()));
            now.tags().forEach(tag -> left.add(tag.id()));
        });
        boolean isTaken = gains.stream()
                .allMatch(gain -> gain.albums().stream().noneMatch(album -> left.contains(album.id()))
                        && gain.tags().stream().noneMatch(tag -> left.contains(tag.id())));
        if (!isTaken) {
            throw ErrorCode.REMOTE_FAILURE.exception(
                    keeper.original().fileName() + " is still in an album, or has a tag, that it was given");
        }
    }

    private void takeBackEdit(SavedAsset before, AssetEdit done, SavedAsset now) {
        AssetEdit edit = MetadataGain.takeBack(before.known(), done, now.known());
        if (!edit.equals(MetadataGain.NONE)) {
            note(now, "what it was told");
            if (!isDryRun) {
                AssetId id = now.asset().id();
                photos.assets().edit(id, edit);
                consolidation.await(id, new Gain(edit, List.of(), List.of(), List.of()));
            }
        }
    }

    private void takeBackAlbumsAndTags(Gain gain, SavedAsset now) {
        AssetId id = now.asset().id();
        for (RemoteAlbum album : gain.albums()) {
            if (now.albums().stream().anyMatch(other -> other.id().equals(album.id()))) {
                note(now, "the album " + album.name());
                if (!isDryRun) {
                    photos.albums().remove(album.id(), List.of(id));
                }
            }
        }
        for (RemoteTag tag : gain.tags()) {
            if (now.tags().stream().anyMatch(other -> other.id().equals(tag.id()))) {
                note(now, "the tag " + tag.path());
                if (!isDryRun) {
                    photos.tags().detach(tag.id(), List.of(id));
                }
            }
        }
    }

    /** A face is ours when it was not there before and is of somebody whom the keeper was given. */
    private void takeBackPeople(SavedAsset before, Gain gain, SavedAsset now) {
        Set<Object> old = before.faces().stream().map(face -> face.id()).collect(Collectors.toSet());
        for (Gain.SeenPerson seen : gain.people()) {
            now.faces().stream()
                    .filter(face -> face.person() != null
                            && face.person().id().equals(seen.person().id())
                            && !old.contains(face.id()))
                    .forEach(face -> {
                        note(now, "the face of " + seen.person().name());
                        if (!isDryRun) {
                            photos.people().removeFace(face.id());
                        }
                    });
        }
    }

    private void note(SavedAsset keeper, String what) {
        notes.add("take from " + keeper.asset().original().fileName() + " " + what);
    }
}
