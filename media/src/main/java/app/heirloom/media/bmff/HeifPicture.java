package app.heirloom.media.bmff;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.media.color.ColorDescription;
import app.heirloom.media.format.Content;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The primary picture of a HEIC, HEIF or AVIF.
 *
 * @param dimensions as stored, before it is turned
 * @param orientation 1 to 8, from its rotation and mirror; EXIF has no say in these files
 * @param tiles the coded pictures that it consists of: one, or a grid
 * @param color how its numbers mean colours
 * @param exif the EXIF block, from its TIFF header on
 * @param xmp the XMP packet
 */
public record HeifPicture(
        Dimensions dimensions,
        int orientation,
        Tiles tiles,
        ColorDescription color,
        @Nullable ByteBuffer exif,
        @Nullable ByteBuffer xmp) {

    /**
     * Coded pictures in rows.
     *
     * @param items their ids, from left to right and from top to bottom
     * @param columns in a row
     * @param tile dimensions of each
     */
    public record Tiles(List<Integer> items, int columns, Dimensions tile) {}

    /** The primary picture; empty when the file holds none that is understood here. */
    public static Optional<HeifPicture> of(Content content) throws IOException {
        try {
            Optional<HeifItems> items = HeifItems.of(content);
            return items.isEmpty() ? Optional.empty() : new Reader(content, items.get()).read();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("damaged table of contents", e);
        }
    }

    private record Reader(Content content, HeifItems items) {
        Optional<HeifPicture> read() throws IOException {
            Optional<HeifItem> primary = items.primary();
            if (primary.isEmpty()) {
                return Optional.empty();
            }
            HeifItem item = source(primary.get());
            Optional<ByteBuffer> extent = property(primary.get(), "ispe").or(() -> property(item, "ispe"));
            Optional<Tiles> tiles = tiles(item);
            if (extent.isEmpty() || tiles.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new HeifPicture(
                    new Dimensions(extent.get().getInt(4), extent.get().getInt(8)),
                    orientation(primary.get()),
                    tiles.get(),
                    color(primary.get(), tiles.get()),
                    exif(),
                    xmp()));
        }

        private ColorDescription color(HeifItem item, Tiles tiles) {
            ColorDescription color = ColorBox.among(content, item.properties);
            Optional<HeifItem> tile = items.find(tiles.items().getFirst());
            return color.equals(ColorDescription.UNKNOWN) && tile.isPresent()
                    ? ColorBox.among(content, tile.get().properties)
                    : color;
        }

        /** Looks through pictures that only stand for another one: identities and tone-mapped ones. */
        private HeifItem source(HeifItem item) {
            boolean stands = item.type.equals("iden") || item.type.equals("tmap");
            return stands && !item.derivedFrom.isEmpty()
                    ? items.find(item.derivedFrom.getFirst()).orElse(item)
                    : item;
        }

        private Optional<Tiles> tiles(HeifItem item) throws IOException {
            if (!item.type.equals("grid")) {
                return property(item, "ispe")
                        .map(size -> new Tiles(
                                List.of(item.id), /* columns= */ 1, new Dimensions(size.getInt(4), size.getInt(8))));
            }
            ByteBuffer grid = items.bytes(item);
            int rows = (grid.get(2) & 0xff) + 1;
            int columns = (grid.get(3) & 0xff) + 1;
            if (item.derivedFrom.size() != rows * columns) {
                return Optional.empty();
            }
            return items.find(item.derivedFrom.getFirst())
                    .flatMap(tile -> property(tile, "ispe"))
                    .map(size -> new Tiles(
                            List.copyOf(item.derivedFrom), columns, new Dimensions(size.getInt(4), size.getInt(8))));
        }

        private int orientation(HeifItem item) {
            int quarters = property(item, "irot").map(turn -> turn.get(0) & 3).orElse(0);
            Integer axis =
                    property(item, "imir").map(mirror -> mirror.get(0) & 1).orElse(null);
            return Turn.of(quarters, axis);
        }

        /** An offset to the TIFF header precedes the block. */
        private @Nullable ByteBuffer exif() {
            for (HeifItem item : items.all()) {
                if (item.type.equals("Exif")) {
                    ByteBuffer block = bytes(item);
                    int skip = block.remaining() < 4 ? 0 : 4 + block.getInt(0);
                    return skip < 4 || skip >= block.remaining() ? null : block.slice(skip, block.remaining() - skip);
                }
            }
            return null;
        }

        private @Nullable ByteBuffer xmp() {
            for (HeifItem item : items.all()) {
                if (item.type.equals("mime") && item.contentType.equals("application/rdf+xml")) {
                    return bytes(item);
                }
            }
            return null;
        }

        /** Metadata that is cut off must not cost the picture. */
        private ByteBuffer bytes(HeifItem item) {
            try {
                return items.bytes(item);
            } catch (IOException e) {
                return ByteBuffer.allocate(0);
            }
        }

        private Optional<ByteBuffer> property(HeifItem item, String type) {
            return Box.first(item.properties, type).map(box -> {
                try {
                    return box.payload(content);
                } catch (IOException e) {
                    throw new IllegalArgumentException("property " + type + " is cut off", e);
                }
            });
        }
    }
}
