package app.heirloom.library.job;

/** The kinds of work there are, and the queue of each. The names are stored: never rename one. */
public enum JobType {
    METADATA_EXTRACTION(Queue.METADATA_EXTRACTION),
    LIVE_PHOTO_LINKING(Queue.METADATA_EXTRACTION),
    PREVIEW_GENERATION(Queue.THUMBNAIL_GENERATION),
    PERSON_THUMBNAIL(Queue.THUMBNAIL_GENERATION),
    ASSET_READY(Queue.BACKGROUND_TASK),
    BLOB_REMOVAL(Queue.BACKGROUND_TASK),
    USER_REMOVAL(Queue.BACKGROUND_TASK),
    TAG_CLEANUP(Queue.BACKGROUND_TASK),
    /** Extraction alone, with nothing after it. */
    METADATA_REFRESH(Queue.METADATA_EXTRACTION),
    METADATA_REFRESH_OF_ALL(Queue.METADATA_EXTRACTION),
    MISSING_METADATA(Queue.METADATA_EXTRACTION),
    /** Generation alone, with nothing after it. */
    PREVIEW_REFRESH(Queue.THUMBNAIL_GENERATION),
    PREVIEW_REFRESH_OF_ALL(Queue.THUMBNAIL_GENERATION),
    MISSING_PREVIEWS(Queue.THUMBNAIL_GENERATION),
    SIDECAR_WRITING(Queue.SIDECAR),
    /** The sidecar says less than it did; then the file is read again without that. */
    EDIT_WITHDRAWAL(Queue.SIDECAR),
    FACE_DETECTION(Queue.FACE_DETECTION),
    /** Looks again, whatever was found before. */
    FACE_REFRESH(Queue.FACE_DETECTION),
    FACE_REFRESH_OF_ALL(Queue.FACE_DETECTION),
    MISSING_FACES(Queue.FACE_DETECTION),
    /** Of all the new faces of one user. */
    FACE_RECOGNITION(Queue.FACIAL_RECOGNITION),
    FACE_RECOGNITION_OF_ALL(Queue.FACIAL_RECOGNITION),
    MISSING_RECOGNITION(Queue.FACIAL_RECOGNITION),
    IMAGE_EMBEDDING(Queue.SMART_SEARCH),
    /** Embeds again, whatever there is. */
    IMAGE_REFRESH(Queue.SMART_SEARCH),
    IMAGE_EMBEDDING_OF_ALL(Queue.SMART_SEARCH),
    MISSING_EMBEDDINGS(Queue.SMART_SEARCH),
    TEXT_RECOGNITION(Queue.OCR),
    TEXT_RECOGNITION_OF_ALL(Queue.OCR),
    MISSING_TEXT(Queue.OCR),
    DUPLICATE_DETECTION(Queue.DUPLICATE_DETECTION),
    DUPLICATE_DETECTION_OF_ALL(Queue.DUPLICATE_DETECTION),
    MISSING_DUPLICATES(Queue.DUPLICATE_DETECTION),
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
