package app.heirloom.tools.identities.people;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.user.UserId;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of the journal of an application. Those that end in -ing are written before the server is told. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "deed")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Deed.Begun.class, name = "begun"),
    @JsonSubTypes.Type(value = Deed.Created.class, name = "created"),
    @JsonSubTypes.Type(value = Deed.Renaming.class, name = "renaming"),
    @JsonSubTypes.Type(value = Deed.Assigning.class, name = "assigning"),
    @JsonSubTypes.Type(value = Deed.Merging.class, name = "merging"),
    @JsonSubTypes.Type(value = Deed.Freeing.class, name = "freeing"),
    @JsonSubTypes.Type(value = Deed.Returned.class, name = "returned"),
    @JsonSubTypes.Type(value = Deed.TakenBack.class, name = "taken back")
})
sealed interface Deed {
    /**
     * The first line.
     *
     * @param owner label of the sets
     */
    record Begun(Instant time, String owner, String server, UserId user) implements Deed {}

    record Created(int set, PersonId person, String name) implements Deed {}

    record Renaming(int set, PersonId person, String before, String after) implements Deed {}

    /** Faces become the person's. */
    record Assigning(int set, PersonId person, List<Moved> faces) implements Deed {
        public Assigning {
            faces = List.copyOf(faces);
        }
    }

    /** A person becomes part of another one; of the faces those are told that are on pictures of sets. */
    record Merging(int set, PersonId from, String name, PersonId into, List<Moved> faces) implements Deed {
        public Merging {
            faces = List.copyOf(faces);
        }
    }

    /** When it is taken back, this person gets the faces that were nobody's, and then goes. */
    record Freeing(PersonId person) implements Deed {}

    /** A person who was gone when it was taken back is another one now. */
    record Returned(PersonId gone, PersonId now) implements Deed {}

    /** All is as it was, but for what is said here. */
    record TakenBack(Instant time, List<String> exceptions) implements Deed {
        public TakenBack {
            exceptions = List.copyOf(exceptions);
        }
    }

    /**
     * A face that becomes another's.
     *
     * @param before whose it was; nobody's when that is none
     */
    record Moved(AssetId asset, FaceId face, @Nullable PersonId before) {}
}
