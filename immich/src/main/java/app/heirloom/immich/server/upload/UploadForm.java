package app.heirloom.immich.server.upload;

import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.asset.blob.StagedBlob;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.ingest.Upload;
import app.heirloom.library.ingest.UploadDetails;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An upload as its form tells it, fields and files in any order. Closing it drops what was staged and not kept. */
final class UploadForm implements AutoCloseable {
    private static final int MAX_FIELD_BYTES = 1024 * 1024;
    /** Milliseconds, or what clients of version 2 write instead. */
    private static final Pattern DURATION = Pattern.compile("\\d{1,15}(\\.\\d+)?|\\d+:\\d{2}:\\d{2}(\\.\\d+)?");

    private final BlobStore blobs;
    private final Map<String, List<String>> values = new HashMap<>();
    private @Nullable String fileName;
    private @Nullable StagedBlob original;
    private @Nullable StagedBlob sidecar;

    UploadForm(BlobStore blobs) {
        this.blobs = blobs;
    }

    void read(MultipartReader parts) throws IOException {
        for (var part = parts.next(); part.isPresent(); part = parts.next()) {
            read(part.get());
        }
    }

    /** What was sent; fails when something is missing or malformed. */
    Upload toUpload() {
        if (original == null || fileName == null) {
            throw InvalidFieldException.type("Invalid input: a file is required", "assetData");
        }
        var fields = new TextFields(values);
        fields.findText("duration")
                .filter(text -> !DURATION.matcher(text).matches())
                .ifPresent(text -> {
                    throw InvalidFieldException.type("Invalid input: expected milliseconds", "duration");
                });
        var details = new UploadDetails(
                fileName,
                fields.date("fileCreatedAt").toInstant(),
                fields.date("fileModifiedAt").toInstant(),
                fields.findFlag("isFavorite").orElse(false),
                fields.findVisibility("visibility").orElse(Visibility.TIMELINE),
                fields.findAssetId("livePhotoVideoId"));
        return new Upload(original, Optional.ofNullable(sidecar), details, documents(fields));
    }

    private static Map<String, String> documents(TextFields fields) {
        Map<String, String> documents = new HashMap<>();
        fields.findText("metadata")
                .map(text -> JsonFields.ofList(text, "metadata"))
                .orElse(List.of())
                .forEach(item -> documents.put(item.name("key"), item.objectText("value")));
        return documents;
    }

    @Override
    public void close() {
        try {
            if (original != null) {
                original.close();
            }
        } finally {
            if (sidecar != null) {
                sidecar.close();
            }
        }
    }

    private void read(MultipartReader.Part part) throws IOException {
        PartHeader header = part.header();
        switch (header.name()) {
            case "assetData" -> readOriginal(part);
            case "sidecarData" -> readSidecar(part);
            default -> {
                if (header.fileName().isEmpty()) {
                    readField(part);
                }
            }
        }
    }

    /** The type is known by name, so a file that nobody takes is refused before it has been received. */
    private void readOriginal(MultipartReader.Part part) {
        if (original != null) {
            throw InvalidFieldException.value("Only one file may be sent", "assetData");
        }
        String sentName = values.getOrDefault("filename", List.of()).stream()
                .findFirst()
                .or(part.header()::fileName)
                .orElseThrow(() -> InvalidFieldException.type("Invalid input: expected a file", "assetData"));
        fileName = FileName.clean(sentName);
        MediaFormat.get(fileName);
        original = blobs.stage(part.content());
    }

    private void readSidecar(MultipartReader.Part part) {
        String name = FileName.clean(part.header().fileName().orElse(""));
        if (!MediaFormat.extensionOf(name).equals(MediaFormat.SIDECAR_EXTENSION)) {
            throw ErrorCode.UNSUPPORTED_MEDIA.exception("Unsupported file type " + name + " of a sidecar");
        }
        if (sidecar != null) {
            throw InvalidFieldException.value("Only one file may be sent", "sidecarData");
        }
        sidecar = blobs.stage(part.content());
    }

    private void readField(MultipartReader.Part part) throws IOException {
        String name = part.header().name();
        byte[] value = part.content().readNBytes(MAX_FIELD_BYTES + 1);
        if (value.length > MAX_FIELD_BYTES) {
            throw InvalidFieldException.value("The field is larger than " + MAX_FIELD_BYTES + " bytes", name);
        }
        values.computeIfAbsent(name, absent -> new ArrayList<>()).add(new String(value, StandardCharsets.UTF_8));
    }
}
