package app.heirloom.library.ingest;

import app.heirloom.library.asset.StagedBlob;
import java.util.Optional;

/** Bytes that were received, with what the client says of them. The sender of the upload closes the blobs. */
public record Upload(StagedBlob original, Optional<StagedBlob> sidecar, UploadDetails details) {}
