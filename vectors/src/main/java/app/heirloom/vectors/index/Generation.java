package app.heirloom.vectors.index;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.embedding.EmbeddingIndex.Entry;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.vectors.Vectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * The files of an index: records of number, checksums and code in one, the vectors in another. Both only grow; when too
 * much of them is dead, or the mean has moved, the living are written into new ones, which take the place of the old ones
 * in one step. Records behind those that are secured are believed as far as their checksums say.
 */
final class Generation implements AutoCloseable {
    static final int RECORD = Long.BYTES * (2 + SignCodes.LONGS);
    static final int CODE = Long.BYTES * 2;

    /** What is secured, and the same inverted. */
    private static final int MARK = 2 * Long.BYTES;

    private static final int BLOCK = 1 << 15;
    private static final int LEAST = 4096;
    private static final int GROWTH = 4;
    private static final int SETTLED = 65_536;

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final IndexHeader header;
    private final RecordFile codes;
    private final RecordFile vectors;
    private final SignCodes signs;
    private final Slots slots = new Slots();
    private final int dimensions;

    private Generation(Path file, IndexHeader header) {
        this.header = header;
        this.dimensions = header.mean().length;
        this.codes = RecordFile.open(file, IndexHeader.size(dimensions) + MARK, RECORD);
        this.vectors = RecordFile.open(vectors(file, header.generation()), 0, dimensions * Float.BYTES);
        this.signs = new SignCodes(header.mean());
    }

    private static Path vectors(Path file, long generation) {
        return file.resolveSibling(file.getFileName() + "." + generation);
    }

    /** Opens what is there, or begins anew when there is nothing, or nothing to be trusted. */
    static Generation open(Path file, ModelId model, int dimensions) {
        ByteBuffer bytes;
        try (RecordFile codes = RecordFile.open(file, IndexHeader.size(dimensions) + MARK, RECORD)) {
            bytes = codes.header();
        }
        int size = Math.min(bytes.limit(), IndexHeader.size(dimensions));
        var header = IndexHeader.read(bytes.slice(0, size), model, dimensions);
        if (header.isPresent()) {
            var generation = new Generation(file, header.get());
            if (generation.recover()) {
                return generation;
            }
            generation.close();
        }
        long next = header.map(IndexHeader::generation).orElse(0L) + 1;
        return begin(file, new IndexHeader(model, next, 0, new float[dimensions]));
    }

    private static Generation begin(Path file, IndexHeader header) {
        try {
            Files.deleteIfExists(file);
            deleteVectors(file, -1);
            var generation = new Generation(file, header);
            generation.codes.writeHeader(0, header.toBytes());
            return generation;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteVectors(Path file, long except) throws IOException {
        String prefix = file.getFileName() + ".";
        try (var siblings = Files.newDirectoryStream(file.toAbsolutePath().getParent())) {
            for (Path sibling : siblings) {
                String name = sibling.getFileName().toString();
                boolean isVectors = name.startsWith(prefix)
                        && name.substring(prefix.length()).matches("\\d+");
                if (isVectors && !name.equals(prefix + except)) {
                    Files.delete(sibling);
                }
            }
        }
    }

    /** Reads which records there are; false when one is damaged that was secured. */
    private boolean recover() {
        long secured = secured();
        long held = vectors.length();
        long length = Math.min(codes.length(), Integer.MAX_VALUE);
        MemorySegment records = codes.records(length);
        ByteBuffer record = ByteBuffer.allocate(RECORD).order(ByteOrder.LITTLE_ENDIAN);
        for (int slot = 0; slot < length; slot++) {
            MemorySegment.copy(records, ValueLayout.JAVA_BYTE, (long) slot * RECORD, record.array(), 0, RECORD);
            long number = record.getLong(0);
            long checks = record.getLong(Long.BYTES);
            boolean isWhole = (int) checks == check(record) && (number < 0 || slot < held);
            boolean isTrusted = slot < secured || number < 0;
            if (!isWhole || !(isTrusted || (int) (checks >>> Integer.SIZE) == check(vector(slot)))) {
                break;
            }
            note(number);
        }
        return slots.count() >= secured;
    }

    private long secured() {
        ByteBuffer bytes = codes.header().order(ByteOrder.LITTLE_ENDIAN);
        int at = IndexHeader.size(dimensions);
        boolean isWhole = bytes.limit() >= at + MARK && bytes.getLong(at) == ~bytes.getLong(at + Long.BYTES);
        return isWhole ? bytes.getLong(at) : 0;
    }

    private void note(long number) {
        if (number < 0) {
            slots.remove(~number);
        } else {
            slots.put(number);
        }
    }

    void put(Entry entry) {
        float[] vector = entry.embedding().values();
        if (vector.length != dimensions) {
            throw new IllegalArgumentException("embeddings of different sizes do not compare");
        }
        int slot = slots.count();
        ByteBuffer bytes = ByteBuffer.allocate(dimensions * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        vectors.writeRecord(slot, bytes);
        write(slot, entry.number(), signs.encode(vector), check(vector));
    }

    void remove(long number) {
        write(slots.count(), ~number, new long[SignCodes.LONGS], 0);
    }

    private void write(int slot, long number, long[] code, int vectorCheck) {
        writeRecord(slot, number, code, vectorCheck);
        note(number);
    }

    private void writeRecord(int slot, long number, long[] code, int vectorCheck) {
        ByteBuffer bytes = ByteBuffer.allocate(RECORD).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(number).putLong(0);
        bytes.asLongBuffer().put(code);
        bytes.putLong(Long.BYTES, ((long) vectorCheck << Integer.SIZE) | (check(bytes) & 0xFFFF_FFFFL));
        codes.writeRecord(slot, bytes.clear());
    }

    /**
     * Overwrites codes and vectors of what is gone or was replaced. Their numbers stay, by which it is known how far the
     * index has come. Only for what is secured: that it is gone must be on disk before it goes.
     */
    void erase() {
        if (slots.gone().findAny().isPresent()) {
            MemorySegment records = codes.records(slots.count());
            int erased = check(new float[dimensions]);
            slots.gone().filter(slot -> vectorCheck(records, slot) != erased).forEach(slot -> {
                vectors.writeRecord(slot, ByteBuffer.allocate(dimensions * Float.BYTES));
                writeRecord(slot, slots.number(slot), new long[SignCodes.LONGS], erased);
            });
            vectors.force();
            codes.force();
            slots.forgetGone();
        }
    }

    private static int vectorCheck(MemorySegment records, int slot) {
        return (int) (records.get(LONG, (long) slot * RECORD + Long.BYTES) >>> Integer.SIZE);
    }

    /** Of number and code. */
    private static int check(ByteBuffer record) {
        var check = new CRC32C();
        check.update(record.slice(0, Long.BYTES));
        check.update(record.slice(CODE, RECORD - CODE));
        return (int) check.getValue();
    }

    private static int check(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        var check = new CRC32C();
        check.update(bytes);
        return (int) check.getValue();
    }

    /** Puts all that was written on disk, and notes that it is there. */
    void secure() {
        vectors.force();
        codes.force();
        ByteBuffer mark = ByteBuffer.allocate(MARK).order(ByteOrder.LITTLE_ENDIAN);
        mark.putLong(slots.count()).putLong(~(long) slots.count());
        codes.writeHeader(IndexHeader.size(dimensions), mark.flip());
        codes.force();
    }

    /** Whether too much is dead, or the mean was taken when there was much less. */
    boolean isStale() {
        int size = slots.size();
        boolean isMostlyDead = slots.count() > LEAST && slots.count() > 2 * size;
        boolean isOffCenter = header.based() < SETTLED && size >= LEAST && size >= GROWTH * header.based();
        return isMostlyDead || isOffCenter;
    }

    /** The living, written anew around their mean. */
    Generation rewritten(Path file) {
        Path fresh = file.resolveSibling(file.getFileName() + "-new");
        try {
            Files.deleteIfExists(fresh);
            long next = header.generation() + 1;
            Files.deleteIfExists(vectors(fresh, next));
            var after = new IndexHeader(header.model(), next, slots.size(), mean());
            // named after the new codes at first, so that a crash in between leaves the old index whole
            try (var generation = new Generation(fresh, after)) {
                generation.codes.writeHeader(0, after.toBytes());
                for (int slot = 0; slot < slots.count(); slot++) {
                    if (slots.isLive(slot)) {
                        generation.put(new Entry(slots.number(slot), Embedding.of(vector(slot))));
                    }
                }
                generation.secure();
            }
            Files.move(vectors(fresh, next), vectors(file, next), StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            deleteVectors(file, next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open(file, header.model(), dimensions);
    }

    private float[] mean() {
        double[] sum = new double[dimensions];
        for (int slot = 0; slot < slots.count(); slot++) {
            if (slots.isLive(slot)) {
                float[] vector = vector(slot);
                for (int i = 0; i < dimensions; i++) {
                    sum[i] += vector[i];
                }
            }
        }
        float[] mean = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            mean[i] = (float) (sum[i] / Math.max(1, slots.size()));
        }
        return mean;
    }

    private float[] vector(int slot) {
        float[] vector = new float[dimensions];
        copy(vectors.records(slots.count()), slot, vector);
        return vector;
    }

    private static void copy(MemorySegment vectors, int slot, float[] vector) {
        MemorySegment.copy(vectors, FLOAT, (long) slot * vector.length * Float.BYTES, vector, 0, vector.length);
    }

    Slots slots() {
        return slots;
    }

    /** The similarity of embeddings to a query, for as long as is wanted. */
    ToSimilarity similarities(float[] query) {
        MemorySegment records = vectors.records(slots.count());
        float[] vector = new float[dimensions];
        return slot -> {
            copy(records, slot, vector);
            return Vectors.dot(query, 0, vector, 0, dimensions);
        };
    }

    /** Tells the similarity of the embedding in a slot. */
    @FunctionalInterface
    interface ToSimilarity {
        float of(int slot);
    }

    /** How far the code of each record is from a query. */
    short[] distances(float[] query) {
        int count = slots.count();
        MemorySegment records = codes.records(count);
        long[] prepared = signs.prepare(query);
        short[] distances = new short[count];
        IntStream.range(0, Math.ceilDiv(count, BLOCK)).parallel().forEach(block -> {
            int end = Math.min(count, (block + 1) * BLOCK);
            for (int slot = block * BLOCK; slot < end; slot++) {
                distances[slot] = SignCodes.distance(prepared, records, (long) slot * RECORD + CODE);
            }
        });
        return distances;
    }

    @Override
    public void close() {
        codes.close();
        vectors.close();
    }
}
