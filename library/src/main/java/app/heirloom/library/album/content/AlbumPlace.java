package app.heirloom.library.album.content;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.metadata.Coordinates;
import org.jspecify.annotations.Nullable;

/** Where an asset of an album was taken. */
public record AlbumPlace(
        AssetId asset,
        Coordinates coordinates,
        @Nullable String city,
        @Nullable String state,
        @Nullable String country) {}
