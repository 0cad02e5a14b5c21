package app.heirloom.immich.server.asset;

import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.ZoneName;
import app.heirloom.library.metadata.edit.AssetEdit;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a client wants changed about assets. */
final class AssetUpdate {
    private static final int REJECTED = -1;
    private static final int MAX_RATING = 5;

    private AssetUpdate() {}

    static AssetEdit read(JsonFields body) {
        return new AssetEdit(
                visibility(body).orElse(null),
                body.findFlag("isFavorite").orElse(null),
                new MetadataEdits(
                        body.findText("description").orElse(null),
                        rating(body),
                        coordinates(body),
                        body.findDate("dateTimeOriginal")
                                .filter(AssetUpdate::isDate)
                                .map(AssetUpdate::capture)
                                .orElse(null)));
    }

    /** Clients of version 2 say only whether it is archived. */
    private static Optional<Visibility> visibility(JsonFields body) {
        return body.findVisibility("visibility")
                .or(() -> body.findFlag("isArchived")
                        .map(archived -> archived ? Visibility.ARCHIVE : Visibility.TIMELINE));
    }

    private static @Nullable Integer rating(JsonFields body) {
        if (body.isNull("rating")) {
            return MetadataEdits.CLEARED_RATING;
        }
        return body.findInteger("rating", REJECTED, MAX_RATING)
                .map(rating -> {
                    if (rating == 0) {
                        throw InvalidFieldException.value("Must be -1, 1 to 5, or null", "rating");
                    }
                    return rating;
                })
                .orElse(null);
    }

    private static @Nullable Coordinates coordinates(JsonFields body) {
        Optional<Double> latitude = body.findNumber("latitude");
        Optional<Double> longitude = body.findNumber("longitude");
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return null;
        }
        if (latitude.isEmpty() || longitude.isEmpty()) {
            String missing = latitude.isEmpty() ? "latitude" : "longitude";
            throw InvalidFieldException.type("Latitude and longitude must be provided together", missing);
        }
        try {
            return new Coordinates(latitude.get(), longitude.get());
        } catch (IllegalArgumentException e) {
            throw InvalidFieldException.value("The position is not on earth", "latitude");
        }
    }

    /** The zero time of Go programs means that they know of no date. */
    private static boolean isDate(OffsetDateTime date) {
        return date.getYear() > 1;
    }

    private static Capture capture(OffsetDateTime date) {
        return new Capture(date.toLocalDateTime(), ZoneName.of(date.getOffset()), null);
    }
}
