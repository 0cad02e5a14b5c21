package app.heirloom.server;

import static java.lang.System.Logger.Level.WARNING;

import app.heirloom.library.embedding.IndexUpkeep;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.search.ModelSuccession;
import app.heirloom.library.search.SmartSearch;
import app.heirloom.storage.sql.SqlStorage;
import java.time.Duration;
import java.util.List;

/** The index of smart search, brought up to date in the background of a starting server. */
record SmartIndex(RecognitionModels.Towers towers, IndexUpkeep upkeep, List<SmartIndex> before, Thread thread)
        implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SmartIndex.class.getName());
    /** How long it may take to notice that the server stops. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    static SmartIndex of(RecognitionModels.Towers towers, SqlStorage storage) {
        var upkeep = new IndexUpkeep(storage.embeddings(), towers.index(), storage.transactions());
        List<SmartIndex> before =
                towers.before().stream().map(other -> of(other, storage)).toList();
        return new SmartIndex(
                towers, upkeep, before, Thread.ofVirtual().name("smart-index").unstarted(() -> bringUpToDate(upkeep)));
    }

    ModelSuccession models(JobQueues queues) {
        return new ModelSuccession(
                model(), before.stream().map(SmartIndex::model).toList(), queues);
    }

    private SmartSearch.Model model() {
        return new SmartSearch.Model(towers.texts(), towers.index(), upkeep);
    }

    void start() {
        before.forEach(SmartIndex::start);
        thread.start();
    }

    /** Takes in what is new, and forgets what is gone. */
    void tidy() {
        before.forEach(SmartIndex::tidy);
        upkeep.catchUp();
        upkeep.clean();
    }

    private static void bringUpToDate(IndexUpkeep upkeep) {
        try {
            upkeep.catchUp();
            upkeep.clean();
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.log(WARNING, "Smart search is not up to date; it catches up with the next search", e);
            }
        }
    }

    @Override
    public void close() {
        before.forEach(SmartIndex::close);
        thread.interrupt();
        try {
            thread.join(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
