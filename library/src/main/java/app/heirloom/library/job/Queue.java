package app.heirloom.library.job;

/** A lane of jobs with its own concurrency, named as Immich's clients know it. */
public enum Queue {
    THUMBNAIL_GENERATION,
    METADATA_EXTRACTION,
    VIDEO_CONVERSION,
    FACE_DETECTION,
    FACIAL_RECOGNITION,
    SMART_SEARCH,
    DUPLICATE_DETECTION,
    BACKGROUND_TASK,
    STORAGE_TEMPLATE_MIGRATION,
    MIGRATION,
    SEARCH,
    SIDECAR,
    LIBRARY,
    NOTIFICATIONS,
    BACKUP_DATABASE,
    OCR,
    WORKFLOW,
    INTEGRITY_CHECK,
    EDITOR
}
