package app.heirloom.library.ingest;

import app.heirloom.library.asset.AssetId;

/** How an upload ended. */
public sealed interface Ingested {
    AssetId id();

    /** The bytes are new, and safe. */
    record Created(AssetId id) implements Ingested {}

    /** The owner has these bytes already, as this asset. */
    record Duplicate(AssetId id) implements Ingested {}
}
