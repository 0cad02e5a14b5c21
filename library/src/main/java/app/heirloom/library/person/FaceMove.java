package app.heirloom.library.person;

import org.jspecify.annotations.Nullable;

/** A face that became another's, or nobody's. */
public record FaceMove(
        FaceId face, @Nullable PersonId from, @Nullable PersonId to, boolean wasConfirmed) {}
