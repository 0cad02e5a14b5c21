package app.heirloom.immich.json.sync;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.sync.entity.SyncedPerson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * SyncPersonV1: a person.
 *
 * @param birthDate the day as a full date, unlike elsewhere on the wire
 */
public record SyncPersonJson(
        UUID id,
        UUID ownerId,
        String name,
        @Nullable LocalDateTime birthDate,
        boolean isHidden,
        boolean isFavorite,
        @Nullable String color,
        @Nullable UUID faceAssetId,
        Instant createdAt,
        Instant updatedAt) {

    public static SyncPersonJson of(SyncedPerson person) {
        LocalDate birthDay = person.birthDay();
        AssetId faceAsset = person.looks().faceAsset();
        return new SyncPersonJson(
                person.id().value(),
                person.owner().value(),
                person.name(),
                birthDay == null ? null : birthDay.atStartOfDay(),
                person.looks().hidden(),
                person.looks().favorite(),
                person.looks().color(),
                faceAsset == null ? null : faceAsset.value(),
                person.times().created(),
                person.times().updated());
    }
}
