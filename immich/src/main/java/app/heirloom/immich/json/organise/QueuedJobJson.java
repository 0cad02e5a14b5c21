package app.heirloom.immich.json.organise;

import app.heirloom.library.job.JobType;
import app.heirloom.library.job.QueuedJob;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job that is kept in a queue.
 *
 * @param timestamp when it was or is to be started, in milliseconds
 */
public record QueuedJobJson(String id, String name, long timestamp, SubjectJson data) {

    /**
     * What the job is about.
     *
     * @param id mostly an asset's
     * @param reason why its last attempt failed
     */
    public record SubjectJson(
            UUID id,
            @JsonInclude(Include.NON_NULL) @Nullable String reason) {}

    public static QueuedJobJson of(QueuedJob job) {
        return new QueuedJobJson(
                job.id().toString(),
                nameOf(job.type()),
                job.due().toEpochMilli(),
                new SubjectJson(job.subject(), job.reason()));
    }

    /** The nearest of the names that clients know. */
    private static String nameOf(JobType type) {
        return switch (type) {
            case METADATA_EXTRACTION, METADATA_REFRESH, LIVE_PHOTO_LINKING -> "AssetExtractMetadata";
            case METADATA_REFRESH_OF_ALL, MISSING_METADATA -> "AssetExtractMetadataQueueAll";
            case PREVIEW_GENERATION, PREVIEW_REFRESH, ASSET_READY -> "AssetGenerateThumbnails";
            case PREVIEW_REFRESH_OF_ALL, MISSING_PREVIEWS -> "AssetGenerateThumbnailsQueueAll";
            case BLOB_REMOVAL -> "FileDelete";
            case TAG_CLEANUP -> "TagCleanup";
            case USER_REMOVAL -> "UserDelete";
            case PERSON_THUMBNAIL -> "PersonGenerateThumbnail";
            case SIDECAR_WRITING, EDIT_WITHDRAWAL -> "SidecarWrite";
            case FACE_DETECTION, FACE_REFRESH -> "AssetDetectFaces";
            case FACE_REFRESH_OF_ALL, MISSING_FACES -> "AssetDetectFacesQueueAll";
            case FACE_RECOGNITION -> "FacialRecognition";
            case FACE_RECOGNITION_OF_ALL, MISSING_RECOGNITION -> "FacialRecognitionQueueAll";
            case IMAGE_EMBEDDING, IMAGE_REFRESH -> "SmartSearch";
            case IMAGE_EMBEDDING_OF_ALL, MISSING_EMBEDDINGS -> "SmartSearchQueueAll";
            case TEXT_RECOGNITION -> "Ocr";
            case TEXT_RECOGNITION_OF_ALL, MISSING_TEXT -> "OcrQueueAll";
            case DUPLICATE_DETECTION -> "AssetDetectDuplicates";
            case DUPLICATE_DETECTION_OF_ALL, MISSING_DUPLICATES -> "AssetDetectDuplicatesQueueAll";
            case LIBRARY_SCAN -> "LibrarySyncFilesQueueAll";
            case LIBRARY_REMOVAL -> "LibraryDelete";
        };
    }
}
