package app.heirloom.library.metadata;

import app.heirloom.library.asset.Visibility;
import org.jspecify.annotations.Nullable;

/** What an owner changes about assets; null fields stay as they are. */
public record AssetEdit(
        @Nullable Visibility visibility, @Nullable Boolean favorite, MetadataEdits metadata) {}
