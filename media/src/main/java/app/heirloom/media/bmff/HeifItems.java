package app.heirloom.media.bmff;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.heirloom.media.format.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of contents of a HEIF: which items there are, where they lie, what is known of them. */
final class HeifItems {
    private static final int MAX_ITEM = 32 << 20;

    private final Content content;
    private final Map<Integer, HeifItem> items = new LinkedHashMap<>();
    private long idat;
    private int primary;

    private HeifItems(Content content) {
        this.content = content;
    }

    static Optional<HeifItems> of(Content content) throws IOException {
        Optional<Box> meta = Box.first(Box.topLevel(content), "meta");
        if (meta.isEmpty()) {
            return Optional.empty();
        }
        var items = new HeifItems(content);
        List<Box> boxes = meta.get().children(content, 4);
        for (Box box : boxes) {
            items.read(box);
        }
        return Optional.of(items);
    }

    Optional<HeifItem> primary() {
        return Optional.ofNullable(items.get(primary));
    }

    Optional<HeifItem> find(int id) {
        return Optional.ofNullable(items.get(id));
    }

    Collection<HeifItem> all() {
        return items.values();
    }

    ByteBuffer bytes(HeifItem item) throws IOException {
        long total = item.extents.stream().mapToLong(HeifItem.Extent::length).sum();
        if (total < 0 || total > MAX_ITEM) {
            throw new IOException("item " + item.id + " is too large: " + total);
        }
        ByteBuffer all = ByteBuffer.allocate((int) total);
        for (HeifItem.Extent extent : item.extents) {
            all.put(content.read(extent.offset() + (extent.inIdat() ? idat : 0), (int) extent.length()));
        }
        return all.flip();
    }

    private void read(Box box) throws IOException {
        switch (box.type()) {
            case "pitm" -> {
                ByteBuffer payload = box.payload(content);
                primary = payload.get(0) == 0 ? payload.getShort(4) & 0xffff : payload.getInt(4);
            }
            case "idat" -> idat = box.start();
            case "iinf" -> readEntries(box);
            case "iloc" -> readLocations(box.payload(content));
            case "iref" -> readReferences(box);
            case "iprp" -> readProperties(box);
            default -> {}
        }
    }

    private HeifItem item(int id) {
        return items.computeIfAbsent(id, HeifItem::new);
    }

    private void readEntries(Box box) throws IOException {
        boolean wide = box.payload(content).get(0) != 0;
        for (Box entry : box.children(content, wide ? 8 : 6)) {
            ByteBuffer payload = entry.payload(content);
            int version = payload.get(0);
            if (entry.type().equals("infe") && version >= 2) {
                payload.position(4);
                HeifItem item = item(version == 2 ? payload.getShort() & 0xffff : payload.getInt());
                payload.getShort();
                byte[] type = new byte[4];
                payload.get(type);
                item.type = new String(type, UTF_8);
                String[] texts = UTF_8.decode(payload).toString().split("\0", -1);
                item.contentType = texts.length > 1 ? texts[1] : "";
            }
        }
    }

    private void readLocations(ByteBuffer payload) {
        int version = payload.get(0);
        int sizes = payload.getShort(4) & 0xffff;
        payload.position(6);
        int count = version < 2 ? payload.getShort() & 0xffff : payload.getInt();
        for (int i = 0; i < count; i++) {
            HeifItem item = item(version < 2 ? payload.getShort() & 0xffff : payload.getInt());
            boolean inIdat = version > 0 && (payload.getShort() & 0xf) == 1;
            payload.getShort();
            long base = number(payload, sizes >> 4 & 0xf);
            int extents = payload.getShort() & 0xffff;
            for (int k = 0; k < extents; k++) {
                number(payload, version > 0 ? sizes & 0xf : 0);
                long offset = number(payload, sizes >> 12);
                long length = number(payload, sizes >> 8 & 0xf);
                item.extents.add(new HeifItem.Extent(inIdat, base + offset, length));
            }
        }
    }

    private static long number(ByteBuffer payload, int size) {
        return switch (size) {
            case 4 -> Integer.toUnsignedLong(payload.getInt());
            case 8 -> payload.getLong();
            default -> 0;
        };
    }

    private void readReferences(Box box) throws IOException {
        boolean wide = box.payload(content).get(0) != 0;
        for (Box reference : box.children(content, 4)) {
            if (reference.type().equals("dimg")) {
                ByteBuffer payload = reference.payload(content);
                HeifItem from = item(id(payload, wide));
                for (int left = payload.getShort() & 0xffff; left > 0; left--) {
                    from.derivedFrom.add(id(payload, wide));
                }
            }
        }
    }

    private static int id(ByteBuffer payload, boolean wide) {
        return wide ? payload.getInt() : payload.getShort() & 0xffff;
    }

    private void readProperties(Box box) throws IOException {
        List<Box> boxes = box.children(content, 0);
        Optional<Box> container = Box.first(boxes, "ipco");
        List<Box> properties = container.isEmpty() ? List.of() : container.get().children(content, 0);
        for (Box association : boxes) {
            if (association.type().equals("ipma")) {
                associate(association.payload(content), properties);
            }
        }
    }

    private void associate(ByteBuffer payload, List<Box> properties) {
        boolean wideIds = payload.get(0) != 0;
        boolean wideIndexes = (payload.get(3) & 1) != 0;
        payload.position(4);
        for (int left = payload.getInt(); left > 0; left--) {
            HeifItem item = item(id(payload, wideIds));
            for (int count = payload.get() & 0xff; count > 0; count--) {
                int index = wideIndexes ? payload.getShort() & 0x7fff : payload.get() & 0x7f;
                if (index > 0 && index <= properties.size()) {
                    item.properties.add(properties.get(index - 1));
                }
            }
        }
    }
}
