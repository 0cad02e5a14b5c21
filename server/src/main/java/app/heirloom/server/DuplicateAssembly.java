package app.heirloom.server;

import app.heirloom.immich.Library;
import app.heirloom.library.asset.AssetRelations;
import app.heirloom.library.asset.access.OwnAssets;
import app.heirloom.library.duplicate.Duplicates;
import app.heirloom.library.event.Events;
import app.heirloom.library.resolution.DuplicateResolution;
import app.heirloom.library.resolution.DuplicateReview;
import app.heirloom.library.resolution.Heritage;
import app.heirloom.library.resolution.MergePreview;
import app.heirloom.library.resolution.ResolutionHistory;
import app.heirloom.storage.sql.SqlStorage;
import java.time.InstantSource;

/** Makes the use cases of duplicate groups. */
final class DuplicateAssembly {
    private DuplicateAssembly() {}

    static Library.Judging judging(
            SqlStorage storage,
            AssetRelations relations,
            DuplicateResolution.Acts acts,
            OwnAssets own,
            Events events,
            InstantSource clock) {
        var transactions = storage.transactions();
        var assets = storage.assets();
        var exifs = storage.exifs();
        var groups = storage.duplicates();
        var heritage = new Heritage(assets, exifs);
        var rows = new DuplicateResolution.Rows(groups, assets, relations, storage.stacks(), storage.resolutions());
        return new Library.Judging(
                new Duplicates(groups, acts.dismissals(), assets, exifs, own, transactions),
                new DuplicateReview(groups, assets, exifs, relations, transactions),
                new MergePreview(groups, assets, relations, heritage, transactions),
                new DuplicateResolution(rows, heritage, acts, transactions, clock),
                new ResolutionHistory(rows, heritage, acts, transactions, events, clock));
    }
}
