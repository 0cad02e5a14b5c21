package app.heirloom.library.embedding;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Original;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.transaction.Transactions;
import java.util.List;
import java.util.Optional;

/** The stage that makes the embedding of an asset's picture, once for all assets with the same content. */
public final class ImageEmbedding implements JobHandler {
    private final AssetRepository assets;
    private final PreviewPictures pictures;
    private final ImageEmbedder embedder;
    private final EmbeddingRepository embeddings;
    private final Transactions transactions;
    private final boolean anew;

    /** @param anew whether to look again at what was looked at before */
    public ImageEmbedding(
            AssetRepository assets,
            PreviewPictures pictures,
            ImageEmbedder embedder,
            EmbeddingRepository embeddings,
            Transactions transactions,
            boolean anew) {
        this.assets = assets;
        this.pictures = pictures;
        this.embedder = embedder;
        this.embeddings = embeddings;
        this.transactions = transactions;
        this.anew = anew;
    }

    @Override
    public Runnable handle(Job job) {
        AssetId id = new AssetId(job.subject());
        Optional<Checksum> content = transactions.read(() -> assets.find(id)
                .map(Asset::original)
                .map(Original::checksum)
                .filter(known ->
                        anew || embeddings.find(embedder.model(), known).isEmpty()));
        Optional<Picture> picture = content.flatMap(known -> pictures.find(id));
        if (picture.isEmpty()) {
            return NOTHING;
        }
        Embedding embedding = embedder.embed(List.of(picture.get())).getFirst();
        return () -> embeddings.save(embedder.model(), content.orElseThrow(), embedding);
    }
}
