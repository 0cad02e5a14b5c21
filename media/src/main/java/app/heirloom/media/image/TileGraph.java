package app.heirloom.media.image;

import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.media.bmff.HeifPicture;
import java.util.List;

/** Filters that lay the tiles of a HEIF side by side and cut off what juts out. */
record TileGraph(HeifPicture picture) {
    @Override
    public String toString() {
        HeifPicture.Tiles tiles = picture.tiles();
        List<Integer> items = tiles.items();
        var graph = new StringBuilder();
        for (int item : items) {
            graph.append("[0:#").append(item).append(']');
        }
        if (items.size() == 1) {
            return graph.append("null").toString();
        }
        graph.append("xstack=inputs=").append(items.size()).append(":layout=");
        for (int i = 0; i < items.size(); i++) {
            int x = i % tiles.columns() * tiles.tile().width();
            int y = i / tiles.columns() * tiles.tile().height();
            graph.append(i == 0 ? "" : "|").append(x).append('_').append(y);
        }
        Dimensions whole = picture.dimensions();
        return graph.append(",crop=")
                .append(whole.width())
                .append(':')
                .append(whole.height())
                .append(":0:0")
                .toString();
    }
}
