package app.heirloom.library.map;

import java.util.function.Consumer;

/** Where assets were taken. */
@FunctionalInterface
public interface MapRepository {
    /** Hands on the markers one by one, newest first, since there may be hundreds of thousands. */
    void forEach(MapQuery query, Consumer<MapMarker> consumer);
}
