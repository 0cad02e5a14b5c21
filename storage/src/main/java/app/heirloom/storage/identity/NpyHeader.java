package app.heirloom.storage.identity;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What an array of NumPy's format {@code .npy}, versions 1 to 3, says of itself.
 *
 * @param type as NumPy writes it: {@code <f4} for single precision, {@code <U12} for texts of up to 12 characters
 * @param shape no number for a single value
 */
record NpyHeader(String type, List<Integer> shape) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int PREFIX = MAGIC.length + 2 + Short.BYTES;
    private static final int ALIGNMENT = 64;
    private static final int MAX_LENGTH = 1 << 16;
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*True");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, ]*)\\)");

    NpyHeader {
        shape = List.copyOf(shape);
    }

    /** Leaves the stream where the values begin. */
    static NpyHeader read(InputStream in) throws IOException {
        var input = new DataInputStream(in);
        byte[] magic = input.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IOException("it is no array of NumPy");
        }
        int major = input.readUnsignedByte();
        input.readUnsignedByte();
        int lengthBytes = major == 1 ? Short.BYTES : Integer.BYTES;
        long length = 0;
        for (int i = 0; i < lengthBytes; i++) {
            length |= (long) input.readUnsignedByte() << (Byte.SIZE * i);
        }
        if (length > MAX_LENGTH) {
            throw new IOException("its header has " + length + " bytes");
        }
        return parse(new String(input.readNBytes((int) length), StandardCharsets.UTF_8));
    }

    private static NpyHeader parse(String text) throws IOException {
        Matcher type = TYPE.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!type.find() || !shape.find()) {
            throw new IOException("its header is not understood: " + text.strip());
        }
        if (type.group(1).contains("O")) {
            throw new IOException("it is pickled, which could run any program: save it again as text");
        }
        List<Integer> sizes = Pattern.compile("[ ,]+")
                .splitAsStream(shape.group(1).strip())
                .filter(size -> !size.isEmpty())
                .map(Integer::valueOf)
                .toList();
        if (sizes.size() > 1 && ORDER.matcher(text).find()) {
            throw new IOException("it stands column by column: save it in C order");
        }
        return new NpyHeader(type.group(1), sizes);
    }

    /** Begins an array in a zip; its values are written next. */
    static void begin(ZipOutputStream zip, String name, NpyHeader header) throws IOException {
        zip.putNextEntry(new ZipEntry(name + ".npy"));
        zip.write(header.bytes());
    }

    private byte[] bytes() {
        String sizes = shape.stream().map(size -> size + ",").collect(Collectors.joining(" "));
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + sizes + "), }";
        int length = Math.ceilDiv(PREFIX + text.length() + 1, ALIGNMENT) * ALIGNMENT;
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (length - PREFIX));
        bytes.put(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.position() < length - 1) {
            bytes.put((byte) ' ');
        }
        return bytes.put((byte) '\n').array();
    }
}
