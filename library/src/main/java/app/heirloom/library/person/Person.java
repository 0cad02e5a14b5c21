package app.heirloom.library.person;

import app.heirloom.library.person.profile.PersonProfile;
import app.heirloom.library.user.UserId;
import java.time.Instant;

/** Somebody who is seen on assets of one user; others know nothing of this. */
public record Person(
        PersonId id, UserId owner, PersonProfile profile, Portrait portrait, Instant created, Instant updated) {

    public static Person add(UserId owner, PersonProfile profile, Instant now) {
        return new Person(PersonId.random(), owner, profile, Portrait.NONE, now, now);
    }

    public Person withProfile(PersonProfile newProfile, Instant now) {
        return new Person(id, owner, newProfile, portrait, created, now);
    }

    Person withPortrait(Portrait newPortrait, Instant now) {
        return new Person(id, owner, profile, newPortrait, created, now);
    }
}
