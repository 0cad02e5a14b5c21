package app.heirloom.library.text;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.embedding.PreviewPictures;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.transaction.Transactions;
import java.util.List;
import java.util.Optional;

/** The stage that reads the text in an asset's picture. Videos are not read. */
public final class TextRecognition implements JobHandler {
    private final AssetRepository assets;
    private final PreviewPictures pictures;
    private final TextReader reader;
    private final TextRepository texts;
    private final Transactions transactions;

    public TextRecognition(
            AssetRepository assets,
            PreviewPictures pictures,
            TextReader reader,
            TextRepository texts,
            Transactions transactions) {
        this.assets = assets;
        this.pictures = pictures;
        this.reader = reader;
        this.texts = texts;
        this.transactions = transactions;
    }

    @Override
    public Runnable handle(Job job) {
        AssetId id = new AssetId(job.subject());
        Optional<Asset> asset =
                transactions.read(() -> assets.find(id)).filter(found -> found.type() == AssetType.IMAGE);
        Optional<Picture> picture = asset.flatMap(found -> pictures.find(id));
        if (picture.isEmpty()) {
            return NOTHING;
        }
        List<TextLine> lines = reader.read(picture.get());
        return () -> texts.save(reader.model(), asset.get().original().checksum(), lines);
    }
}
