package app.heirloom.immich.json.album;

import app.heirloom.library.album.content.AlbumPlace;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An asset of an album on the map. */
public record AlbumMarkerJson(
        UUID id,
        double lat,
        double lon,
        @Nullable String city,
        @Nullable String state,
        @Nullable String country) {
    public static AlbumMarkerJson of(AlbumPlace place) {
        return new AlbumMarkerJson(
                place.asset().value(),
                place.coordinates().latitude(),
                place.coordinates().longitude(),
                place.city(),
                place.state(),
                place.country());
    }
}
