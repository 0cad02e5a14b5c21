package app.heirloom.library.metadata.edit;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.AssetState;
import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.access.AssetAccess;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.metadata.CaptureTime;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.ExifRepository;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/** Changes what owners may change about their assets. */
public final class AssetEditing {
    private final Rows rows;
    private final AssetAccess access;
    private final LockedAssets locked;
    private final JobQueues queues;
    private final Transactions transactions;
    private final InstantSource clock;

    /** What an edit changes. */
    public record Rows(AssetRepository assets, ExifRepository exifs) {}

    public AssetEditing(
            Rows rows,
            AssetAccess access,
            LockedAssets locked,
            JobQueues queues,
            Transactions transactions,
            InstantSource clock) {
        this.rows = rows;
        this.access = access;
        this.locked = locked;
        this.queues = queues;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Applies the edit to all of the assets or, when one is not the caller's, to none. */
    public void edit(Caller caller, Collection<AssetId> ids, AssetEdit edit) {
        access.list(caller, ids, Permission.ASSET_UPDATE);
        transactions.run(() -> {
            rows.assets().list(ids).forEach(asset -> edit(asset, edit));
            if (edit.visibility() == Visibility.LOCKED) {
                locked.locked(ids);
            }
        });
    }

    /** The same for one asset inside a write, for use cases that have asked already who may. */
    public void edit(Asset asset, AssetEdit edit) {
        AssetState state = asset.state();
        if (edit.visibility() != null) {
            state = state.withVisibility(edit.visibility());
        }
        if (edit.favorite() != null) {
            state = state.withFavorite(edit.favorite());
        }
        Asset edited = asset.withState(state);
        if (!edit.metadata().equals(MetadataEdits.NONE)) {
            edited = edited.withTimes(editMetadata(asset, edit.metadata()));
        }
        rows.assets().save(edited);
    }

    /** Takes edits of the caller's asset back. What its file says stays, and is there again once that was read. */
    public void withdraw(Caller caller, AssetId id, Withdrawal withdrawal) {
        access.list(caller, List.of(id), Permission.ASSET_UPDATE);
        transactions.run(() ->
                withdraw(rows.assets().get(id), withdrawal.within(rows.exifs().getEdits(id))));
    }

    /** The same inside a write, for use cases that have asked already who may and know that there are such edits. */
    public void withdraw(Asset asset, Withdrawal withdrawal) {
        if (withdrawal.isEmpty()) {
            return;
        }
        AssetId id = asset.id();
        CaptureTime taken = withdrawal.date();
        rows.exifs().saveEdits(id, withdrawal.from(rows.exifs().getEdits(id)));
        rows.exifs().save(id, withdrawal.from(rows.exifs().find(id).orElse(Exif.UNKNOWN)));
        queues.add(JobType.EDIT_WITHDRAWAL, id.value());
        rows.assets().save(taken == null ? asset : asset.withTimes(taken.applyTo(asset.times(), clock.instant())));
    }

    private AssetTimes editMetadata(Asset asset, MetadataEdits edits) {
        Exif exif = edits.over(rows.exifs().find(asset.id()).orElse(Exif.UNKNOWN));
        rows.exifs().saveEdits(asset.id(), edits.over(rows.exifs().getEdits(asset.id())));
        rows.exifs().save(asset.id(), exif);
        queues.add(JobType.SIDECAR_WRITING, asset.id().value());
        return CaptureTime.of(exif.capture(), asset.times()).applyTo(asset.times(), clock.instant());
    }
}
