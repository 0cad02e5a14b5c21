package app.heirloom.library.sync.entity;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person as clients keep it.
 *
 * @param name empty while unknown
 */
public record SyncedPerson(
        PersonId id, UserId owner, String name, @Nullable LocalDate birthDay, Looks looks, Times times) {

    /**
     * How the person is shown.
     *
     * @param faceAsset the asset that the person's picture is cut from
     */
    public record Looks(
            @Nullable String color,
            boolean hidden,
            boolean favorite,
            @Nullable AssetId faceAsset) {}

    /** When it was made and changed. */
    public record Times(Instant created, Instant updated) {}
}
