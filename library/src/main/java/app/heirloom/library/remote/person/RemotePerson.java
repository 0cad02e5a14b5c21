package app.heirloom.library.remote.person;

import app.heirloom.library.person.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person on a photo server.
 *
 * @param name empty when nobody named him
 */
public record RemotePerson(
        PersonId id, String name, @Nullable LocalDate birthDate, boolean hidden, boolean favorite) {}
