package app.heirloom.library.ingest;

import app.heirloom.library.asset.blob.StagedBlob;
import java.util.Map;
import java.util.Optional;

/**
 * Bytes that were received, with what the client says of them. The sender of the upload closes the blobs.
 *
 * @param documents what the client wants remembered of the asset: JSON objects under their keys
 */
public record Upload(
        StagedBlob original, Optional<StagedBlob> sidecar, UploadDetails details, Map<String, String> documents) {
    public Upload {
        documents = Map.copyOf(documents);
    }

    /** With nothing to be remembered. */
    public Upload(StagedBlob original, Optional<StagedBlob> sidecar, UploadDetails details) {
        this(original, sidecar, details, Map.of());
    }
}
