package app.heirloom.library.duplicate;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations;
import app.heirloom.library.asset.AssetRelations.Relation;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.metadata.AssetEdit;
import app.heirloom.library.metadata.AssetEditing;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.ExifRepository;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.trash.Trash;
import app.heirloom.library.user.Caller;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ends duplicate groups: of each, some assets stay and the others go to the trash. The first that stays inherits what
 * is known of those that go, and what hangs on them; they keep it too, in case they come back. Those that stay
 * are no duplicates of each other from now on.
 */
public final class DuplicateResolution {
    private final DuplicateRepository duplicates;
    private final AssetRepository assets;
    private final ExifRepository exifs;
    private final AssetRelations relations;
    private final Acts acts;
    private final Transactions transactions;

    /** What is done to assets, by those who do it elsewhere too. */
    public record Acts(AssetEditing editing, Trash trash, Dismissals dismissals) {}

    public DuplicateResolution(
            DuplicateRepository duplicates,
            AssetRepository assets,
            ExifRepository exifs,
            AssetRelations relations,
            Acts acts,
            Transactions transactions) {
        this.duplicates = duplicates;
        this.assets = assets;
        this.exifs = exifs;
        this.relations = relations;
        this.acts = acts;
        this.transactions = transactions;
    }

    /** Carries the verdicts out, each wholly or not at all, and tells for each group how it went. */
    public List<Outcome> resolve(Caller caller, List<Verdict> verdicts) {
        return verdicts.stream()
                .map(verdict -> transactions.write(() -> resolve(caller, verdict)))
                .toList();
    }

    private Outcome resolve(Caller caller, Verdict verdict) {
        Optional<DuplicateGroup> group = duplicates.find(caller.id(), verdict.group());
        if (group.isEmpty()) {
            return Outcome.refused(verdict.group().value(), Outcome.Refusal.NOT_FOUND);
        }
        Optional<String> fault = verdict.faultAbout(group.get());
        if (fault.isPresent()) {
            return Outcome.invalid(verdict.group().value(), fault.get());
        }
        verdict.kept().stream().findFirst().ifPresent(heir -> inherit(heir, verdict.trashed()));
        acts.trash().put(verdict.trashed());
        acts.dismissals().dismiss(caller.id(), assets.list(verdict.kept()));
        duplicates.dissolve(caller.id(), List.of(verdict.group()));
        return Outcome.changed(verdict.group().value());
    }

    private void inherit(AssetId heir, List<AssetId> from) {
        if (from.isEmpty()) {
            return;
        }
        KnownMetadata before = known(assets.get(heir));
        KnownMetadata after = MetadataMerge.of(
                before, assets.list(from).stream().map(this::known).toList());
        if (!after.equals(before)) {
            acts.editing().edit(assets.get(heir), difference(before, after));
        }
        relations.copy(kinds(after.visibility()), from, heir);
    }

    private KnownMetadata known(Asset asset) {
        Exif exif = exifs.find(asset.id()).orElse(Exif.UNKNOWN);
        return KnownMetadata.of(asset.state().favorite(), asset.state().visibility(), exif);
    }

    /** What stays as it was is not an edit, so that the file keeps its word about it. */
    private static AssetEdit difference(KnownMetadata before, KnownMetadata after) {
        return new AssetEdit(
                changed(before.visibility(), after.visibility()),
                changed(before.favorite(), after.favorite()),
                new MetadataEdits(
                        changed(before.description(), after.description()),
                        changed(before.rating(), after.rating()),
                        changed(before.coordinates(), after.coordinates()),
                        changed(before.capture(), after.capture())));
    }

    private static <T> @Nullable T changed(@Nullable T before, @Nullable T after) {
        return after == null || after.equals(before) ? null : after;
    }

    /** What is locked is in no album and behind no link. */
    private static Set<Relation> kinds(Visibility visibility) {
        return visibility == Visibility.LOCKED
                ? EnumSet.complementOf(EnumSet.of(Relation.ALBUMS, Relation.SHARED_LINKS))
                : EnumSet.allOf(Relation.class);
    }
}
