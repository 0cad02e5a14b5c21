package app.heirloom.tools.identities.store;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.tools.backup.DiskFailure;
import app.heirloom.tools.identities.store.StagingEntry.Picture;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;

/**
 * What became of each asset, one a line, in a file that only grows: so a run that is killed loses nothing, and what is to
 * be looked at is what was staged and is in no cache. Safe for concurrent use.
 */
public final class StagingLedger implements AutoCloseable {
    /** After so many lines the disk is asked to keep them. */
    private static final int LINES_BETWEEN_SYNCS = 50;

    private final Path file;
    private final FileChannel channel;
    private final Set<UUID> seen = new HashSet<>();
    private final Map<Checksum, String> checksums = new HashMap<>();
    private final Map<String, Picture> pictures = new LinkedHashMap<>();
    private final Map<String, List<UUID>> assets = new HashMap<>();
    private long written;

    private StagingLedger(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** A last line without its end was being written when a run was killed, and is none. */
    static StagingLedger open(Path file) {
        try {
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var ledger = new StagingLedger(file, channel);
            try {
                long end = ledger.load();
                channel.truncate(end);
                channel.position(end);
                return ledger;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw DiskFailure.of("Cannot open " + file, e);
        }
    }

    /** The end of the last whole line. */
    private long load() throws IOException {
        long end = endOfLines();
        int line = 0;
        try (var lines = Files.newBufferedReader(file)) {
            long read = 0;
            while (read < end) {
                String text = Objects.requireNonNull(lines.readLine());
                line++;
                read += text.getBytes(StandardCharsets.UTF_8).length + 1;
                remember(StoreJson.MAPPER.readValue(text, StagingEntry.class));
            }
            return end;
        } catch (JacksonException e) {
            throw damaged(line, e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw damaged(line + 1, String.valueOf(e.getMessage()), e);
        }
    }

    private HeirloomException damaged(int line, String reason, Exception cause) {
        return ErrorCode.INVALID.exception(
                file + " is damaged in line " + line + ": " + reason
                        + ". Take that line out, and its asset is looked at again.",
                cause);
    }

    private long endOfLines() throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            long end = bytes.length();
            while (end > 0) {
                bytes.seek(end - 1);
                if (bytes.read() == '\n') {
                    return end;
                }
                end--;
            }
            return 0;
        }
    }

    private void remember(StagingEntry entry) {
        seen.add(entry.asset());
        String sha256 = entry.sha256();
        if (entry.outcome() == StagingOutcome.LOST && sha256 != null) {
            forget(sha256);
        } else if (sha256 != null) {
            assets.computeIfAbsent(sha256, absent -> new ArrayList<>()).add(entry.asset());
            if (entry.picture() != null) {
                pictures.put(sha256, entry.picture());
                checksums.put(Checksum.parse(entry.picture().checksum()), sha256);
            }
        }
    }

    private void forget(String sha256) {
        Picture picture = pictures.remove(sha256);
        if (picture != null) {
            checksums.remove(Checksum.parse(picture.checksum()));
        }
        Optional.ofNullable(assets.remove(sha256)).ifPresent(seen::removeAll);
    }

    /** Whether it is known what became of the asset. */
    public synchronized boolean has(AssetId asset) {
        return seen.contains(asset.value());
    }

    /** Whether the picture was staged. */
    public synchronized boolean has(String sha256) {
        return pictures.containsKey(sha256);
    }

    /** Which staged picture has these bytes. */
    public synchronized Optional<String> find(Checksum checksum) {
        return Optional.ofNullable(checksums.get(checksum));
    }

    public synchronized Optional<StagedPicture> find(String sha256) {
        return Optional.ofNullable(pictures.get(sha256)).map(picture -> staged(sha256, picture));
    }

    private StagedPicture staged(String sha256, Picture picture) {
        return new StagedPicture(sha256, picture, assetsOf(sha256));
    }

    /** All assets that have the picture, staged or in the cache. */
    public synchronized List<UUID> assetsOf(String sha256) {
        return assets.getOrDefault(sha256, List.of()).stream().distinct().toList();
    }

    /** The staged pictures, in the order in which they came. */
    public synchronized Collection<String> listPictures() {
        return List.copyOf(pictures.keySet());
    }

    /** All pictures that assets have, staged or in the cache. */
    public synchronized Collection<String> listContents() {
        return List.copyOf(assets.keySet());
    }

    /** Is there after the program is killed, and soon after even when the machine loses its power. */
    public void append(StagingEntry entry) {
        boolean isDue = write(entry);
        try {
            if (isDue) { // while others go on
                channel.force(false);
            }
        } catch (IOException e) {
            throw DiskFailure.of("Cannot write " + file, e);
        }
    }

    /** Whether it is time to ask the disk to keep what was written. */
    private synchronized boolean write(StagingEntry entry) {
        byte[] line = (StoreJson.MAPPER.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
        long begin = -1;
        try {
            begin = channel.position();
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            takeBack(begin);
            throw DiskFailure.of("Cannot write " + file, e);
        }
        remember(entry);
        return ++written % LINES_BETWEEN_SYNCS == 0;
    }

    /** So that no half line stands in the middle. */
    private void takeBack(long begin) {
        try {
            if (begin >= 0) {
                channel.truncate(begin);
                channel.position(begin);
            }
        } catch (IOException e) {
            // the line is the last one, and left out when the ledger is opened again
        }
    }

    @Override
    public synchronized void close() {
        try {
            channel.force(false);
            channel.close();
        } catch (IOException e) {
            throw DiskFailure.of("Cannot write " + file, e);
        }
    }
}
