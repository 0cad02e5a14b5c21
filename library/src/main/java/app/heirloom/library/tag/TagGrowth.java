package app.heirloom.library.tag;

import app.heirloom.library.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Makes tags together with the parents that they need. Called inside writes. */
public final class TagGrowth {
    private final TagRepository tags;
    private final InstantSource clock;

    public TagGrowth(TagRepository tags, InstantSource clock) {
        this.tags = tags;
        this.clock = clock;
    }

    /** The owner's tag with the path, made if it is not there yet. */
    Tag grow(UserId owner, TagPath path) {
        return tags.find(owner, path).orElseGet(() -> {
            Optional<TagId> parent =
                    path.parent().map(above -> grow(owner, above).id());
            Instant now = clock.instant();
            var made = new Tag(TagId.random(), owner, parent.orElse(null), new TagLabel(path, null), now, now);
            tags.add(made);
            return made;
        });
    }
}
