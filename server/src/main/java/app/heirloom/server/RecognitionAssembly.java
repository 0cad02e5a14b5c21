package app.heirloom.server;

import app.heirloom.library.asset.BlobStore;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.job.JobType;
import app.heirloom.media.Media;
import app.heirloom.storage.sql.SqlStorage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes what works with models, as far as there are any. */
record RecognitionAssembly(
        SqlStorage storage,
        BlobStore blobs,
        Media media,
        RecognitionModels models,
        ServerConfig.Recognition config,
        Work work) {
    /** Only of what there are models for: all else is absent from the pipeline. */
    Map<JobType, JobHandler> handlers() {
        var handlers = new EnumMap<JobType, JobHandler>(JobType.class);
        handlers.putAll(new PictureAssembly(storage, blobs, media, work).handlers());
        return handlers;
    }

    List<NightlyTask> nightlyTasks() {
        return List.of();
    }
}
