package app.heirloom.tools.resolution;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.duplicate.merge.KnownMetadata;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteUpload;
import app.heirloom.library.remote.asset.RemoteUploaded;
import app.heirloom.library.remote.asset.WholeRemoteAsset;
import app.heirloom.library.remote.person.RemotePerson;
import app.heirloom.tools.backup.Gain;
import app.heirloom.tools.backup.GroupBackup;
import app.heirloom.tools.backup.SavedAsset;
import app.heirloom.tools.backup.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Brings a loser back: out of the trash, or from the backup with all that was known of it. */
final class AssetReturn {
    private final PhotoServer photos;
    private final GroupBackup backup;
    private final boolean isDryRun;
    private final Consolidation consolidation;
    private final List<String> notes = new ArrayList<>();

    AssetReturn(PhotoServer photos, GroupBackup backup, boolean isDryRun, Consolidation consolidation) {
        this.photos = photos;
        this.backup = backup;
        this.isDryRun = isDryRun;
        this.consolidation = consolidation;
    }

    /** What was done, or would be; nothing when it is there. */
    List<String> of(SavedAsset saved) {
        bringBack(saved);
        return List.copyOf(notes);
    }

    private void bringBack(SavedAsset saved) {
        RemoteAsset was = saved.asset();
        AssetId id = backup.record().current(was.id());
        Optional<RemoteAsset> now = photos.assets().find(id).map(WholeRemoteAsset::asset);
        if (now.isEmpty()) {
            notes.add("upload " + was.original().fileName());
            if (!isDryRun) {
                upload(saved);
            }
        } else if (backup.record().isReturning(was.id())) {
            notes.add("tell what was known of " + was.original().fileName());
            if (!isDryRun) {
                tell(saved, id);
            }
        } else if (now.get().state().trashed() && !was.state().trashed()) {
            notes.add("take " + was.original().fileName() + " out of the trash");
            if (!isDryRun) {
                untrash(id);
            }
        }
    }

    private void untrash(AssetId id) {
        photos.trash().restore(List.of(id));
        boolean isBack = photos.assets()
                .find(id)
                .filter(whole -> !whole.asset().state().trashed())
                .isPresent();
        if (!isBack) {
            throw ErrorCode.REMOTE_FAILURE.exception("The asset " + id + " is still in the trash");
        }
    }

    /** A content that is there already is that of the asset's new self, or of one in the trash. */
    private void upload(SavedAsset saved) {
        RemoteAsset was = saved.asset();
        Step.Saved file = backup.record()
                .saved(was.id())
                .filter(backup::isIntact)
                .orElseThrow(() -> ErrorCode.NOT_FOUND.exception(
                        was.original().fileName() + " is neither on the server nor whole in the backup"));
        AssetId video = was.state().grouping().livePhotoVideo();
        RemoteUploaded uploaded = photos.originals()
                .upload(new RemoteUpload(
                        new RemoteUpload.Content(backup.locate(file), null, file.checksum()),
                        was.original().fileName(),
                        was.times().captured(),
                        was.times().fileModified(),
                        new RemoteUpload.Wish(
                                was.state().visibility(),
                                was.state().favorite(),
                                video == null ? null : backup.record().current(video))));
        backup.append(new Step.Returning(was.id(), uploaded.id()));
        tell(saved, uploaded.id());
    }

    private void tell(SavedAsset saved, AssetId now) {
        SavedAsset found = new AssetReading(photos)
                .find(now)
                .orElseThrow(() -> ErrorCode.REMOTE_FAILURE.exception("The asset " + now + " is gone again"));
        if (found.asset().state().trashed()) {
            untrash(now);
        }
        Gain given = give(now, allOf(saved, found));
        consolidation.await(now, given);
        backup.append(new Step.Returned(saved.asset().id(), now));
    }

    /** All that was said of it, except what the server says by itself, and faces that an earlier attempt drew. */
    private Gain allOf(SavedAsset saved, SavedAsset now) {
        KnownMetadata known = saved.known();
        MetadataEdits edits = new MetadataEdits(
                known.description().isEmpty() ? null : known.description(),
                known.rating(),
                known.coordinates(),
                known.capture().local() == null ? null : known.capture());
        AssetEdit edit = new AssetEdit(known.visibility(), known.favorite(), edits);
        List<Gain.SeenPerson> people = new ArrayList<>();
        saved.faces().forEach(face -> {
            if (face.person() != null && !face.person().name().isBlank() && !isOn(now, face.person())) {
                people.add(new Gain.SeenPerson(face.person(), face.box()));
            }
        });
        return new Gain(edit, saved.albums(), saved.tags(), people);
    }

    private static boolean isOn(SavedAsset asset, RemotePerson person) {
        return asset.faces().stream()
                .anyMatch(face -> face.person() != null && face.person().id().equals(person.id()));
    }

    /** What is there no more cannot be given, and is told. */
    private Gain give(AssetId now, Gain all) {
        photos.assets().edit(now, all.edit());
        return new Gain(
                all.edit(),
                given(all.albums(), album -> consolidation.give(now, album), album -> "the album " + album.name()),
                given(all.tags(), tag -> consolidation.give(now, tag), tag -> "the tag " + tag.path()),
                given(
                        all.people(),
                        seen -> consolidation.give(now, seen),
                        seen -> "the person " + seen.person().name()));
    }

    private <T> List<T> given(List<T> things, Consumer<T> giving, Function<T, String> name) {
        List<T> given = new ArrayList<>();
        for (T thing : things) {
            try {
                giving.accept(thing);
                given.add(thing);
            } catch (HeirloomException e) {
                if (e.code() != ErrorCode.NO_ACCESS) {
                    throw e;
                }
                notes.add(name.apply(thing) + " is gone");
            }
        }
        return given;
    }
}
