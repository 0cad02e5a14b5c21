package app.heirloom.media.bmff;

import java.util.ArrayList;
import java.util.List;

/** One item of a HEIF's table of contents, while it is put together. */
final class HeifItem {
    /** A piece of an item: in the file, or in the {@code idat} box. */
    record Extent(boolean inIdat, long offset, long length) {}

    final int id;
    String type = "";
    String contentType = "";
    final List<Extent> extents = new ArrayList<>();
    final List<Box> properties = new ArrayList<>();
    /** The items that it is derived from, in order. */
    final List<Integer> derivedFrom = new ArrayList<>();

    HeifItem(int id) {
        this.id = id;
    }
}
