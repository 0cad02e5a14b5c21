package app.heirloom.library.metadata.edit;

import app.heirloom.library.asset.Visibility;
import app.heirloom.library.metadata.MetadataEdits;
import org.jspecify.annotations.Nullable;

/** What an owner changes about assets; null fields stay as they are. */
public record AssetEdit(
        @Nullable Visibility visibility, @Nullable Boolean favorite, MetadataEdits metadata) {}
