package app.heirloom.immich.json.organise;

import app.heirloom.immich.json.WireNames;
import app.heirloom.library.asset.AssetRelations.Held;
import app.heirloom.library.asset.AssetRelations.Relation;
import app.heirloom.library.duplicate.merge.KnownMetadata;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.resolution.MergePreview;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What resolving a group would do. Only Heirloom has this.
 *
 * @param merge null when nobody inherits: none is kept, or none goes
 */
public record MergePreviewJson(UUID duplicateId, @Nullable MergeJson merge) {
    /**
     * What becomes of the first asset that is kept.
     *
     * @param gained what hangs on it then that does not now
     */
    public record MergeJson(UUID assetId, KnownJson before, KnownJson after, List<GainJson> gained) {}

    /** What is known of an asset. */
    public record KnownJson(
            boolean isFavorite,
            String visibility,
            String description,
            @Nullable Integer rating,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable LocalDateTime dateTimeOriginal,
            @Nullable String timeZone) {}

    /** An album, tag, person, shared link or stack; the name is empty when it has none. */
    public record GainJson(String kind, UUID id, String name) {}

    public static MergePreviewJson of(MergePreview.Shown shown) {
        return new MergePreviewJson(
                shown.group().value(),
                shown.merge()
                        .map(merge -> new MergeJson(
                                merge.heir().value(),
                                json(merge.before()),
                                json(merge.after()),
                                merge.gained().stream()
                                        .map(MergePreviewJson::json)
                                        .toList()))
                        .orElse(null));
    }

    private static KnownJson json(KnownMetadata known) {
        Coordinates place = known.coordinates();
        return new KnownJson(
                known.favorite(),
                WireNames.of(known.visibility()),
                known.description(),
                known.rating(),
                place == null ? null : place.latitude(),
                place == null ? null : place.longitude(),
                known.capture().local(),
                known.capture().zone());
    }

    private static GainJson json(Held held) {
        return new GainJson(kindOf(held.relation()), held.id(), held.name());
    }

    private static String kindOf(Relation relation) {
        return switch (relation) {
            case ALBUMS -> "album";
            case TAGS -> "tag";
            case SHARED_LINKS -> "sharedLink";
            case FACES -> "person";
            case STACK -> "stack";
        };
    }
}
