package app.heirloom.library.job;

/** The kinds of work there are, and the queue of each. The names are stored: never rename one. */
public enum JobType {
    METADATA_EXTRACTION(Queue.METADATA_EXTRACTION),
    LIVE_PHOTO_LINKING(Queue.METADATA_EXTRACTION),
    PREVIEW_GENERATION(Queue.THUMBNAIL_GENERATION),
    ASSET_READY(Queue.BACKGROUND_TASK),
    BLOB_REMOVAL(Queue.BACKGROUND_TASK),
    SIDECAR_WRITING(Queue.SIDECAR),
    LIBRARY_SCAN(Queue.LIBRARY),
    LIBRARY_REMOVAL(Queue.LIBRARY);

    private final Queue queue;

    JobType(Queue queue) {
        this.queue = queue;
    }

    public Queue queue() {
        return queue;
    }
}
