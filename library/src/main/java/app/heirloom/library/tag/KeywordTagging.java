package app.heirloom.library.tag;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.metadata.MediaMetadata;
import app.heirloom.library.metadata.extraction.ExtractionListener;
import java.util.Set;

/**
 * Makes tags of the keywords that a file carries, when they are read. It only adds: a tag that the owner put on the asset
 * stays, whatever the file says.
 */
public final class KeywordTagging implements ExtractionListener {
    private final TagRepository tags;
    private final TagGrowth growth;

    public KeywordTagging(TagRepository tags, TagGrowth growth) {
        this.tags = tags;
        this.growth = growth;
    }

    @Override
    public void extracted(Asset asset, MediaMetadata found) {
        found.exif().caption().keywords().stream()
                .flatMap(keyword -> TagPath.ofKeyword(keyword).stream())
                .distinct()
                .forEach(path -> tags.attach(growth.grow(asset.owner(), path).id(), Set.of(asset.id())));
    }
}
