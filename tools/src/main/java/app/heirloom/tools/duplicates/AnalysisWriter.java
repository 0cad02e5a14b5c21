package app.heirloom.tools.duplicates;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.tools.backup.DiskFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an analysis group by group. The file appears whole, when it is finished, or not at all; what was there before
 * stays until then.
 */
public final class AnalysisWriter implements AutoCloseable {
    private static final ObjectWriter WRITER = JsonMapper.shared().writerWithDefaultPrettyPrinter();

    private final Path file;
    private final Path draft;
    private final FileChannel channel;
    private final JsonGenerator json;
    private boolean isFinished;

    private AnalysisWriter(Path file, Path draft, FileChannel channel) {
        this.file = file;
        this.draft = draft;
        this.channel = channel;
        OutputStream stream = Channels.newOutputStream(channel);
        this.json = WRITER.createGenerator(stream, JsonEncoding.UTF8);
    }

    /** Fails as INVALID when the file cannot be written. */
    public static AnalysisWriter open(Path file, AnalysisHeader header) {
        if (Files.isDirectory(file)) {
            throw ErrorCode.INVALID.exception("Cannot write " + file + ": it is a folder");
        }
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            var writer = new AnalysisWriter(
                    file,
                    draft,
                    FileChannel.open(
                            draft,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE));
            writer.begin(header);
            return writer;
        } catch (IOException | JacksonException e) {
            throw cannotWrite(file, e);
        }
    }

    private void begin(AnalysisHeader header) {
        json.writeStartObject();
        json.writeStringProperty("tool", AnalysisFile.TOOL);
        json.writeNumberProperty("format", AnalysisFile.FORMAT);
        json.writeStringProperty("generated_at", header.generated().toString());
        json.writeStringProperty("server_url", header.server());
        json.writeStringProperty("user_id", header.user().toString());
        json.writeStringProperty("keeper_rules", header.rules());
        json.writeArrayPropertyStart("groups");
    }

    public void write(AnalyzedGroup group) {
        try {
            WRITER.writeValue(json, AnalysisFormat.write(group));
        } catch (JacksonException e) {
            throw cannotWrite(file, e);
        }
    }

    /** Ends the file and lets it appear. */
    public void finish(AnalysisSummary summary) {
        finish(summary, List.of());
    }

    /**
     * Ends the file and lets it appear.
     *
     * @param dismissed groups of which somebody said that they are no duplicates
     */
    public void finish(AnalysisSummary summary, List<AnalyzedGroup> dismissed) {
        try {
            json.writeEndArray();
            if (!dismissed.isEmpty()) {
                json.writeArrayPropertyStart("dismissed");
                dismissed.forEach(this::write);
                json.writeEndArray();
            }
            json.writeNumberProperty("total_groups", summary.groups());
            json.writeNumberProperty("total_assets", summary.assets());
            json.writeNumberProperty("needs_review_count", summary.needsReview());
            json.writeEndObject();
            json.flush();
            channel.force(true);
            json.close();
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            isFinished = true;
        } catch (IOException | JacksonException e) {
            throw cannotWrite(file, e);
        }
    }

    private static HeirloomException cannotWrite(Path file, Exception cause) {
        IOException failure = switch (cause) {
            case IOException itself -> itself;
            case JacksonException wrapper when wrapper.getCause() instanceof IOException inner -> inner;
            default -> new IOException(cause.getMessage(), cause);
        };
        return DiskFailure.of("Cannot write " + file, failure);
    }

    /** Drops what was not finished. */
    @Override
    public void close() {
        if (isFinished) {
            return;
        }
        try (channel) {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }
}
