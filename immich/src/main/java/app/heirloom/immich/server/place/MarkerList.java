package app.heirloom.immich.server.place;

import app.heirloom.library.map.MapMarker;
import app.heirloom.library.metadata.Place;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/** Map markers as the wire wants them, written by hand straight into bytes, since there may be hundreds of thousands. */
final class MarkerList {
    private final ByteArrayOutputStream json = new ByteArrayOutputStream(1 << 16);
    /** Most markers share their names with many others. */
    private final Map<Place, byte[]> places = new HashMap<>();

    MarkerList() {
        json.write('[');
    }

    void add(MapMarker marker) {
        if (json.size() > 1) {
            json.write(',');
        }
        write("{\"id\":\"" + marker.asset() + "\",\"lat\":"
                + marker.coordinates().latitude() + ",\"lon\":"
                + marker.coordinates().longitude());
        json.writeBytes(places.computeIfAbsent(marker.place(), MarkerList::names));
    }

    byte[] toJson() {
        json.write(']');
        return json.toByteArray();
    }

    private void write(String ascii) {
        json.writeBytes(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] names(Place place) {
        String names = ",\"city\":" + quoted(place.city()) + ",\"state\":" + quoted(place.state()) + ",\"country\":"
                + quoted(place.country()) + "}";
        return names.getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(@Nullable String text) {
        return text == null
                ? "null"
                : '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }
}
