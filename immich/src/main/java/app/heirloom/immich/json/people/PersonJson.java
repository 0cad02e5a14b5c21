package app.heirloom.immich.json.people;

import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.profile.PersonProfile;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person.
 *
 * @param birthDate as {@code 1950-02-03}
 * @param thumbnailPath empty while there is no thumbnail
 */
public record PersonJson(
        UUID id,
        String name,
        @Nullable String birthDate,
        String thumbnailPath,
        boolean isHidden,
        boolean isFavorite,
        @JsonInclude(Include.NON_NULL) @Nullable String color,
        Instant updatedAt) {

    public static PersonJson of(Person person) {
        PersonProfile profile = person.profile();
        LocalDate birthDate = profile.birthDate();
        BlobKey thumbnail = person.portrait().thumbnail();
        return new PersonJson(
                person.id().value(),
                profile.name(),
                birthDate == null ? null : birthDate.toString(),
                thumbnail == null ? "" : thumbnail.path(),
                profile.hidden(),
                profile.favorite(),
                profile.color(),
                person.updated());
    }
}
