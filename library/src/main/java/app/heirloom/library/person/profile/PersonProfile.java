package app.heirloom.library.person.profile;

import app.heirloom.library.error.ErrorCode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a person.
 *
 * @param name empty while nobody knows it
 * @param color as clients gave it
 */
public record PersonProfile(
        String name,
        @Nullable LocalDate birthDate,
        @Nullable String color,
        boolean hidden,
        boolean favorite) {
    public static final PersonProfile UNKNOWN = named("");

    /** Characters that a name has at most. */
    public static final int LONGEST_NAME = 100;

    public PersonProfile {
        if (name.length() > LONGEST_NAME) {
            throw ErrorCode.INVALID.exception(
                    "The name of a person may have " + LONGEST_NAME + " characters, but it has " + name.length());
        }
    }

    public static PersonProfile named(String name) {
        return new PersonProfile(name, null, null, false, false);
    }

    public Optional<Birth> birth() {
        return Optional.ofNullable(birthDate).map(Birth::new);
    }

    public boolean isNamed() {
        return !name.isEmpty();
    }

    /** This person, who turned out to be another as well: keeps what is known, takes what is not from the other. */
    public PersonProfile merged(PersonProfile other) {
        return new PersonProfile(
                isNamed() ? name : other.name,
                birthDate != null ? birthDate : other.birthDate,
                color != null ? color : other.color,
                hidden,
                favorite || other.favorite);
    }
}
