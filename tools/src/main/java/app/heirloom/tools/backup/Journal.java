package app.heirloom.tools.backup;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * Steps, one a line, in a file that only grows. A step that was appended is there after a crash.
 *
 * @param <S> what a step is
 */
public final class Journal<S> {
    private final Path file;
    private final Class<S> type;
    private boolean isFolderSynced;

    public Journal(Path file, Class<S> type) {
        this.file = file;
        this.type = type;
    }

    /**
     * The steps so far; none when there is no journal. A last line without its end was being written when the program was
     * stopped: its step was not relied upon, and is none.
     *
     * @throws HeirloomException INVALID when it is damaged otherwise
     */
    public List<S> read() {
        if (Files.notExists(file)) {
            return List.of();
        }
        List<S> steps = new ArrayList<>();
        try {
            String text = Files.readString(file);
            for (String line :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                steps.add(BackupJson.MAPPER.readValue(line, type));
            }
            return steps;
        } catch (JacksonException e) {
            throw ErrorCode.INVALID.exception(
                    "The journal " + file + " is damaged in line " + (steps.size() + 1) + ": " + e.getOriginalMessage(),
                    e);
        } catch (IOException e) {
            throw ErrorCode.INVALID.exception("Cannot read the journal " + file + ": " + e.getMessage(), e);
        }
    }

    /** Returns once the step is on disk. */
    public void append(S step) {
        byte[] line = (BackupJson.MAPPER.writeValueAsString(step) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = endOfWholeLines(channel);
            channel.truncate(end);
            channel.position(end);
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw DiskFailure.of("Cannot write the journal " + file, e);
        }
        if (!isFolderSynced) {
            Folders.syncAbove(file);
            isFolderSynced = true;
        }
    }

    private static long endOfWholeLines(FileChannel channel) throws IOException {
        long end = channel.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        while (end > 0) {
            last.clear();
            channel.read(last, end - 1);
            if (last.get(0) == '\n') {
                break;
            }
            end--;
        }
        return end;
    }
}
