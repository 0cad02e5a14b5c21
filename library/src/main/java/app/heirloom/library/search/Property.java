package app.heirloom.library.search;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.grouping.LibraryId;
import java.time.Instant;

/** What an asset has a value of, and of which type that is. Those that may be unknown are so for many assets. */
public enum Property {
    ID(AssetId.class),
    TYPE(AssetType.class),
    VISIBILITY(Visibility.class),
    CHECKSUM(Checksum.class),
    /** Unknown for uploads. */
    LIBRARY(LibraryId.class),
    FILE_NAME(String.class),
    /** Where the original lies. */
    PATH(String.class),
    /** Empty rather than unknown. */
    DESCRIPTION(String.class),
    CITY(String.class),
    STATE(String.class),
    COUNTRY(String.class),
    MAKE(String.class),
    MODEL(String.class),
    LENS(String.class),
    /** Unknown when it was not rated. */
    RATING(Integer.class),
    SIZE_IN_BYTES(Long.class),
    CAPTURED(Instant.class),
    CREATED(Instant.class),
    UPDATED(Instant.class),
    /** Unknown unless it is in the trash. */
    TRASHED(Instant.class);

    private final Class<?> type;

    Property(Class<?> type) {
        this.type = type;
    }

    /** The value, if it is one that this property can have. */
    Object checked(Object value) {
        return type.cast(value);
    }

    void checkText() {
        if (type != String.class) {
            throw new IllegalArgumentException(this + " is not a text");
        }
    }
}
