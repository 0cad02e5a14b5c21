package app.heirloom.immich.server.upload;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.asset.UploadedJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.ingest.Ingest;
import app.heirloom.library.ingest.Ingested;
import app.heirloom.library.ingest.Upload;
import app.heirloom.library.user.Caller;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** Takes one photo or video in. */
public final class UploadRoute {
    private static final String CHECKSUM_HEADER = "x-immich-checksum";

    private final Ingest ingest;
    private final BlobStore blobs;
    private final LinkUpload links;

    public UploadRoute(Library library) {
        this.ingest = library.collection().ingest();
        this.blobs = library.shelves().blobs();
        this.links = new LinkUpload(
                library.collection().access(), library.organising().sharing().links());
    }

    /**
     * A client that knows the checksum is told of a duplicate before it has sent the file; the holder of a link is not,
     * since knowing a checksum proves nothing.
     */
    public Answer upload(Context http, Caller caller) throws IOException {
        links.require(caller);
        Optional<Checksum> announced = announcedChecksum(http).filter(checksum -> caller.isUser());
        Optional<AssetId> known = announced.flatMap(checksum -> ingest.findDuplicate(caller, checksum));
        if (known.isPresent()) {
            return Answer.ok(UploadedJson.duplicate(known.get()));
        }
        String boundary = MultipartReader.boundaryOf(Objects.requireNonNullElse(http.contentType(), ""));
        try (var form = new UploadForm(blobs)) {
            form.read(new MultipartReader(http.bodyInputStream(), boundary));
            Upload upload = links.restrict(caller, form.toUpload());
            boolean asked =
                    announced.filter(upload.original().checksum()::equals).isPresent();
            Ingested ingested = asked ? ingest.uploadMissing(caller, upload) : ingest.upload(caller, upload);
            links.receive(caller, ingested.id());
            return switch (ingested) {
                case Ingested.Created(AssetId id) -> Answer.created(UploadedJson.created(id));
                case Ingested.Duplicate(AssetId id) -> Answer.ok(UploadedJson.duplicate(id));
            };
        }
    }

    private static Optional<Checksum> announcedChecksum(Context http) {
        String text = http.header(CHECKSUM_HEADER);
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Checksum.parse(text.strip()));
        } catch (IllegalArgumentException e) {
            throw InvalidFieldException.format("Invalid checksum: expected SHA-1 as Base64 or hex", CHECKSUM_HEADER);
        }
    }
}
