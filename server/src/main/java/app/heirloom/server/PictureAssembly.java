package app.heirloom.server;

import static app.heirloom.library.job.JobType.DUPLICATE_DETECTION;
import static app.heirloom.library.job.JobType.DUPLICATE_DETECTION_OF_ALL;
import static app.heirloom.library.job.JobType.IMAGE_EMBEDDING;
import static app.heirloom.library.job.JobType.IMAGE_EMBEDDING_OF_ALL;
import static app.heirloom.library.job.JobType.IMAGE_REFRESH;
import static app.heirloom.library.job.JobType.MISSING_DUPLICATES;
import static app.heirloom.library.job.JobType.MISSING_EMBEDDINGS;
import static app.heirloom.library.job.JobType.MISSING_TEXT;
import static app.heirloom.library.job.JobType.TEXT_RECOGNITION;
import static app.heirloom.library.job.JobType.TEXT_RECOGNITION_OF_ALL;

import app.heirloom.immich.Library;
import app.heirloom.library.asset.usage.AssetSurvey.Lack;
import app.heirloom.library.duplicate.DuplicateDetection;
import app.heirloom.library.duplicate.DuplicateGrouping;
import app.heirloom.library.duplicate.EmbeddingHints;
import app.heirloom.library.duplicate.LookAlikes;
import app.heirloom.library.embedding.ImageEmbedding;
import app.heirloom.library.embedding.PreviewPictures;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.job.JobType;
import app.heirloom.library.pipeline.QueueFilling;
import app.heirloom.library.search.FormerModels;
import app.heirloom.library.search.SmartSearch;
import app.heirloom.library.text.TextReader;
import app.heirloom.library.text.TextRecognition;
import app.heirloom.server.nightly.NightlyTask;
import app.heirloom.storage.sql.SqlStorage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes what looks at whole pictures: for duplicates, which need no model, for smart search and for their text. */
final class PictureAssembly implements AutoCloseable {
    private static final UUID EVERYTHING = new UUID(0, 0);

    private final SqlStorage storage;
    private final PreviewPictures pictures;
    private final Optional<SmartIndex> smart;
    private final Optional<TextReader> reader;
    private final Work work;

    PictureAssembly(SqlStorage storage, PreviewPictures pictures, RecognitionModels models, Work work) {
        this.storage = storage;
        this.pictures = pictures;
        this.smart = models.towers().map(towers -> SmartIndex.of(towers, storage));
        this.reader = models.reader();
        this.work = work;
    }

    Library.Recognised recognised() {
        return new Library.Recognised(smart.map(this::search), storage.texts());
    }

    boolean reads() {
        return reader.isPresent();
    }

    boolean searches() {
        return smart.isPresent();
    }

    Map<JobType, JobHandler> handlers() {
        var handlers = new EnumMap<JobType, JobHandler>(JobType.class);
        handlers.put(DUPLICATE_DETECTION, duplicates());
        handlers.put(DUPLICATE_DETECTION_OF_ALL, filling(lacking(Lack.OF_NOTHING), DUPLICATE_DETECTION));
        handlers.put(MISSING_DUPLICATES, filling(lacking(Lack.OF_FINGERPRINT), DUPLICATE_DETECTION));
        smart.ifPresent(index -> handlers.putAll(embedding(index)));
        reader.ifPresent(found -> handlers.putAll(reading(found)));
        return handlers;
    }

    /** What was missed while there was no model, or another one. */
    void catchUp() {
        smart.ifPresent(SmartIndex::start);
        storage.transactions()
                .run(() -> handlers().keySet().stream()
                        .filter(List.of(MISSING_DUPLICATES, MISSING_EMBEDDINGS, MISSING_TEXT)::contains)
                        .forEach(type -> work.queues().add(type, EVERYTHING)));
    }

    List<NightlyTask> nightlyTasks() {
        return smart.map(index -> List.of(
                        new NightlyTask("embeddings of former models", formerModels(index)::remove),
                        new NightlyTask("index of smart search", index::tidy)))
                .orElse(List.of());
    }

    private FormerModels formerModels(SmartIndex index) {
        return new FormerModels(
                index.towers().images().model(),
                new FormerModels.Shelves(storage.embeddings(), storage.serverDocuments()),
                work.queues(),
                storage.transactions(),
                work.clock());
    }

    private SmartSearch search(SmartIndex index) {
        return new SmartSearch(
                index.models(work.queues()),
                storage.embeddings(),
                storage.embeddedAssets(),
                storage.search(),
                storage.transactions());
    }

    private Map<JobType, JobHandler> embedding(SmartIndex index) {
        var embeddings = storage.embeddings();
        var model = index.towers().images().model();
        return Map.of(
                IMAGE_EMBEDDING,
                embedding(index, false),
                IMAGE_REFRESH,
                embedding(index, true),
                IMAGE_EMBEDDING_OF_ALL,
                filling(lacking(Lack.OF_NOTHING), IMAGE_REFRESH),
                MISSING_EMBEDDINGS,
                filling((after, limit) -> embeddings.listUnseen(model, after, limit), IMAGE_EMBEDDING));
    }

    private ImageEmbedding embedding(SmartIndex index, boolean anew) {
        return new ImageEmbedding(
                storage.assets(),
                pictures,
                index.towers().images(),
                storage.embeddings(),
                storage.transactions(),
                anew);
    }

    private Map<JobType, JobHandler> reading(TextReader found) {
        var texts = storage.texts();
        return Map.of(
                TEXT_RECOGNITION,
                new TextRecognition(storage.assets(), pictures, found, texts, storage.transactions()),
                TEXT_RECOGNITION_OF_ALL,
                filling(lacking(Lack.OF_NOTHING), TEXT_RECOGNITION),
                MISSING_TEXT,
                filling((after, limit) -> texts.listUnread(found.model(), after, limit), TEXT_RECOGNITION));
    }

    private JobHandler duplicates() {
        var transactions = storage.transactions();
        var fingerprints = storage.fingerprints();
        LookAlikes.Hints hints = smart.<LookAlikes.Hints>map(index ->
                        new EmbeddingHints(storage.embeddings(), index.towers().index(), index.upkeep(), transactions))
                .orElse(LookAlikes.Hints.NONE);
        var grouping = new DuplicateGrouping(
                storage.duplicates(),
                fingerprints,
                storage.dismissals(),
                new LookAlikes(fingerprints, hints, transactions),
                transactions);
        return new DuplicateDetection(fingerprints, pictures, grouping, work.queues(), transactions);
    }

    private QueueFilling.Walk lacking(Lack lack) {
        return (after, limit) -> storage.survey().list(lack, after, limit);
    }

    private JobHandler filling(QueueFilling.Walk walk, JobType type) {
        return new QueueFilling(walk, work.queues(), storage.transactions(), type);
    }

    @Override
    public void close() {
        smart.ifPresent(SmartIndex::close);
    }
}
