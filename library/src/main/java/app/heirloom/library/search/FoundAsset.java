package app.heirloom.library.search;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.metadata.Exif;
import java.util.Optional;

/** An asset that matches, with its metadata when that was asked for and is known. */
public record FoundAsset(Asset asset, Optional<Exif> exif) {}
