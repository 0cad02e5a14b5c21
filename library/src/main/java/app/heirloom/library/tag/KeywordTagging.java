package app.heirloom.library.tag;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.ExifRepository;
import java.util.List;
import java.util.Set;

/**
 * Makes tags of the keywords that a file carries, in the transaction that saves what the extraction before it found. It
 * only adds: a tag that the owner put on the asset stays, whatever the file says.
 */
public final class KeywordTagging implements JobHandler {
    private final JobHandler extraction;
    private final AssetRepository assets;
    private final ExifRepository exifs;
    private final TagRepository tags;
    private final TagGrowth growth;

    public KeywordTagging(
            JobHandler extraction, AssetRepository assets, ExifRepository exifs, TagRepository tags, TagGrowth growth) {
        this.extraction = extraction;
        this.assets = assets;
        this.exifs = exifs;
        this.tags = tags;
        this.growth = growth;
    }

    @Override
    public Runnable handle(Job job) throws Exception {
        Runnable extracted = extraction.handle(job);
        return () -> {
            extracted.run();
            tag(assets.get(new AssetId(job.subject())));
        };
    }

    private void tag(Asset asset) {
        List<String> keywords = exifs.find(asset.id())
                .map(Exif::caption)
                .map(caption -> caption.keywords())
                .orElse(List.of());
        keywords.stream()
                .flatMap(keyword -> TagPath.ofKeyword(keyword).stream())
                .distinct()
                .forEach(path -> tags.attach(growth.grow(asset.owner(), path).id(), Set.of(asset.id())));
    }
}
