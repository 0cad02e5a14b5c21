package app.heirloom.library.map;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Place;

/** An asset where it was taken. */
public record MapMarker(AssetId asset, Coordinates coordinates, Place place) {}
