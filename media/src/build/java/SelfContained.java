import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Makes the unpacked ffmpeg and ffprobe run on a machine that has nothing else: a build step for Linux.
 *
 * <p>As they come, they need the libraries of X11, ALSA and PulseAudio, which a server lacks, only for screen and
 * sound devices that nobody opens here; and they find libva beside them only when LD_LIBRARY_PATH says so. So the
 * devices' libraries are struck from what libavdevice needs (it binds lazily and never calls them), and the programs'
 * search path is made to hold for the libraries of their libraries too. It also spares two dozen files at every start.
 */
final class SelfContained {
    private static final Set<String> DEVICES =
            Set.of("libxcb.so.1", "libxcb-shm.so.0", "libxcb-shape.so.0", "libxcb-xfixes.so.0", "libasound.so.2", "libpulse.so.0");
    private static final long NEEDED = 1;
    private static final long STRING_TABLE = 5;
    private static final long RPATH = 15;
    private static final long RUNPATH = 29;
    private static final long VERSIONS_NEEDED = 0x6ffffffeL;

    private final ByteBuffer elf;
    private final int programHeaders;
    private final int headerSize;
    private final int headerCount;

    private SelfContained(byte[] content) {
        elf = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        programHeaders = (int) elf.getLong(32);
        headerSize = elf.getShort(54);
        headerCount = elf.getShort(56);
    }

    public static void main(String... folder) throws IOException {
        try (var files = Files.list(Path.of(folder[0]))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                mend(file);
            }
        }
    }

    private static void mend(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (content.length > 64 && content[0] == 0x7f && content[1] == 'E' && content[4] == 2 && content[5] == 1) {
            byte[] before = content.clone();
            new SelfContained(content).mend();
            if (!Arrays.equals(before, content)) {
                Files.write(file, content);
            }
        }
    }

    private void mend() {
        int dynamic = (int) elf.getLong(header(2) + 8);
        int strings = offset(value(dynamic, STRING_TABLE));
        List<long[]> kept = new ArrayList<>();
        int end = dynamic;
        for (; elf.getLong(end) != 0; end += 16) {
            long tag = elf.getLong(end);
            long value = elf.getLong(end + 8);
            if (tag != NEEDED || !DEVICES.contains(text(strings + (int) value))) {
                kept.add(new long[] {tag == RUNPATH ? RPATH : tag, value});
            }
        }
        long versions = value(dynamic, VERSIONS_NEEDED);
        if (versions != 0) {
            dropVersions(offset(versions), strings);
        }
        int at = dynamic;
        for (long[] entry : kept) {
            elf.putLong(at, entry[0]).putLong(at + 8, entry[1]);
            at += 16;
        }
        for (; at < end; at += 16) {
            elf.putLong(at, 0).putLong(at + 8, 0);
        }
    }

    /** Bridges the chain of required versions over those of dropped libraries; the first is never one of them. */
    private void dropVersions(int first, int strings) {
        int previous = first;
        for (int next = elf.getInt(first + 12), at = first; next != 0; ) {
            at += next;
            next = elf.getInt(at + 12);
            if (DEVICES.contains(text(strings + elf.getInt(at + 4)))) {
                elf.putInt(previous + 12, next == 0 ? 0 : at + next - previous);
            } else {
                previous = at;
            }
        }
    }

    private long value(int dynamic, long tag) {
        for (int at = dynamic; elf.getLong(at) != 0; at += 16) {
            if (elf.getLong(at) == tag) {
                return elf.getLong(at + 8);
            }
        }
        return 0;
    }

    private int header(int type) {
        for (int i = 0; i < headerCount; i++) {
            if (elf.getInt(programHeaders + i * headerSize) == type) {
                return programHeaders + i * headerSize;
            }
        }
        throw new IllegalStateException("no program header of type " + type);
    }

    private int offset(long address) {
        for (int i = 0; i < headerCount; i++) {
            int header = programHeaders + i * headerSize;
            long start = elf.getLong(header + 16);
            if (elf.getInt(header) == 1 && address >= start && address < start + elf.getLong(header + 32)) {
                return (int) (address - start + elf.getLong(header + 8));
            }
        }
        throw new IllegalStateException("no segment holds address " + address);
    }

    private String text(int at) {
        int end = at;
        while (elf.get(end) != 0) {
            end++;
        }
        return new String(elf.array(), at, end - at, StandardCharsets.US_ASCII);
    }
}
