package app.heirloom.tools.resolution;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.duplicate.merge.MetadataGain;
import app.heirloom.library.duplicate.merge.MetadataGain.Remainder;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.metadata.CaptureTime;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.library.metadata.edit.Withdrawal;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.album.RemoteAlbum;
import app.heirloom.library.remote.asset.RemoteTag;
import app.heirloom.library.remote.person.RemoteFace;
import app.heirloom.library.tag.TagId;
import app.heirloom.tools.backup.Gain;
import app.heirloom.tools.backup.SavedAsset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes from a keeper what it was given, where nobody changed that since. */
final class GainReversal {
    private final PhotoServer photos;
    private final boolean isDryRun;
    private final Consolidation consolidation;
    private final List<String> notes = new ArrayList<>();
    private final List<String> exceptions = new ArrayList<>();

    /**
     * What came of it.
     *
     * @param notes what was done, or would be
     * @param exceptions what the keeper goes on having, though it was given that
     */
    record Extent(List<String> notes, List<String> exceptions) {
        static final Extent NOTHING = new Extent(List.of(), List.of());

        Extent {
            notes = List.copyOf(notes);
            exceptions = List.copyOf(exceptions);
        }
    }

    GainReversal(PhotoServer photos, boolean isDryRun, Consolidation consolidation) {
        this.photos = photos;
        this.isDryRun = isDryRun;
        this.consolidation = consolidation;
    }

    /** Of a keeper that was as told before it was given this, attempt by attempt. */
    Extent of(SavedAsset before, List<Gain> gains) {
        Optional<SavedAsset> found =
                new AssetReading(photos).find(before.asset().id());
        if (found.isEmpty() || gains.isEmpty()) {
            return Extent.NOTHING;
        }
        for (Gain gain : gains) {
            takeBackEdit(before, gain.edit(), found.get());
            takeBackAlbumsAndTags(gain, found.get());
            takeBackPeople(before, gain, found.get());
        }
        if (!isDryRun) {
            requireTaken(before, gains);
        }
        return new Extent(notes, exceptions);
    }

    private void takeBackEdit(SavedAsset before, AssetEdit done, SavedAsset now) {
        Remainder rest = MetadataGain.remainder(before.known(), done, now.known());
        AssetEdit edit = MetadataGain.takeBack(before.known(), done, now.known());
        if (photos.withdrawal().isPresent()) {
            withdraw(before, rest);
            edit = rest.zone() ? undated(edit) : edit;
        } else {
            rest.parts()
                    .forEach(what -> exceptions.add(what + " that "
                            + before.asset().original().fileName() + " was given stays: Immich cannot unsay it"));
        }
        if (!edit.equals(MetadataGain.NONE)) {
            note(now, String.join(", ", MetadataGain.parts(edit)));
            if (!isDryRun) {
                AssetId id = now.asset().id();
                photos.assets().edit(id, edit);
                consolidation.await(id, new Gain(edit, List.of(), List.of(), List.of()));
            }
        }
    }

    /** A date whose zone is unsaid is that of the file again. */
    private static AssetEdit undated(AssetEdit edit) {
        MetadataEdits edits = edit.metadata();
        return new AssetEdit(
                edit.visibility(),
                edit.favorite(),
                new MetadataEdits(edits.description(), edits.rating(), edits.coordinates(), null));
    }

    private void withdraw(SavedAsset before, Remainder rest) {
        rest.parts().forEach(what -> note(before, what));
        if (!rest.parts().isEmpty() && !isDryRun) {
            var times = before.asset().times();
            var taken = rest.date() || rest.zone() ? new CaptureTime(times.captured(), times.local()) : null;
            photos.withdrawal().orElseThrow().withdraw(before.asset().id(), new Withdrawal(rest.place(), taken));
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
        Set<FaceId> old = before.faces().stream().map(RemoteFace::id).collect(Collectors.toSet());
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

    private void requireTaken(SavedAsset before, List<Gain> gains) {
        new AssetReading(photos).find(before.asset().id()).ifPresent(now -> {
            List<String> left = gains.stream()
                    .flatMap(gain -> left(before, gain, now))
                    .distinct()
                    .toList();
            if (!left.isEmpty()) {
                throw ErrorCode.REMOTE_FAILURE.exception("The server took the changes, but "
                        + now.asset().original().fileName() + " still has " + String.join(", ", left));
            }
        });
    }

    private Stream<String> left(SavedAsset before, Gain gain, SavedAsset now) {
        Set<AlbumId> albums = now.albums().stream().map(RemoteAlbum::id).collect(Collectors.toSet());
        Set<TagId> tags = now.tags().stream().map(RemoteTag::id).collect(Collectors.toSet());
        Stream<String> unsayable = photos.withdrawal().stream()
                .flatMap(_ -> MetadataGain.remainder(before.known(), gain.edit(), now.known()).parts().stream());
        return Stream.of(
                        unsayable,
                        gain.albums().stream()
                                .filter(album -> albums.contains(album.id()))
                                .map(album -> "the album " + album.name()),
                        gain.tags().stream()
                                .filter(tag -> tags.contains(tag.id()))
                                .map(tag -> "the tag " + tag.path()))
                .flatMap(parts -> parts);
    }

    private void note(SavedAsset keeper, String what) {
        notes.add("take from " + keeper.asset().original().fileName() + " " + what);
    }
}
