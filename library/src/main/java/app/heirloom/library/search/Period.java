package app.heirloom.library.search;

import java.time.Instant;
import java.util.Optional;

/** A stretch of time, both ends included, each of them open when empty. */
public record Period(Optional<Instant> from, Optional<Instant> until) {
    public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

    public boolean isBounded() {
        return from.isPresent() || until.isPresent();
    }
}
