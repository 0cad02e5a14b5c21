package app.heirloom.immich.server.timeline;

import app.heirloom.immich.json.AsciiText;
import app.heirloom.immich.json.WireNames;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.timeline.TimelineEntry;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/**
 * A time bucket as the wire wants it: one array per property, all equally long. Written by hand, since a month may hold
 * thousands of assets and every scroll of a timeline asks for one. All of it is ASCII that needs no escapes.
 */
final class TimelineColumns {
    private static final int BYTES_PER_ENTRY = 360;
    private static final double MILLISECONDS_PER_HOUR = Duration.ofHours(1).toMillis();
    private static final Map<Visibility, String> VISIBILITIES = new EnumMap<>(Visibility.class);

    static {
        for (Visibility visibility : Visibility.values()) {
            VISIBILITIES.put(visibility, WireNames.of(visibility));
        }
    }

    private final List<TimelineEntry> entries;
    private final AsciiText json;

    TimelineColumns(List<TimelineEntry> entries) {
        this.entries = entries;
        this.json = new AsciiText(512 + entries.size() * BYTES_PER_ENTRY);
        addTexts("id", (entry, text) -> text.append(entry.id().value()));
        addTexts("ownerId", (entry, text) -> text.append(entry.origin().owner().value()));
        add("ratio", TimelineColumns::appendRatio);
        add("isFavorite", (entry, text) -> text.append(entry.state().favorite()));
        addTexts(
                "visibility",
                (entry, text) -> text.append(
                        Objects.requireNonNull(VISIBILITIES.get(entry.state().visibility()))));
        add("isTrashed", (entry, text) -> text.append(entry.state().trashed() != null));
        add("isImage", (entry, text) -> text.append(entry.origin().type() == AssetType.IMAGE));
        add("thumbhash", TimelineColumns::appendThumbhash);
        addTexts("createdAt", (entry, text) -> text.appendDate(entry.origin().created()));
        addTexts("fileCreatedAt", (entry, text) -> text.appendDate(entry.taken().instant()));
        add("localOffsetHours", TimelineColumns::appendOffset);
        add("duration", TimelineColumns::appendDuration);
        add("projectionType", (entry, text) -> text.appendJson(entry.scene().projection()));
        add("livePhotoVideoId", TimelineColumns::appendLivePhotoVideo);
    }

    /** The stack's id and how many assets it has, both as texts. */
    void addStacks() {
        add("stack", (entry, text) -> {
            StackId stack = entry.state().grouping().stack();
            if (stack == null) {
                text.append("null");
            } else {
                text.append("[\"").append(stack.value()).append("\",\"");
                text.append(Integer.toString(entry.scene().stackSize())).append("\"]");
            }
        });
    }

    void addPlaces() {
        add("city", (entry, text) -> text.appendJson(entry.scene().city()));
        add("country", (entry, text) -> text.appendJson(entry.scene().country()));
    }

    void addCoordinates() {
        add("latitude", (entry, text) -> appendDegrees(entry, Coordinates::latitude, text));
        add("longitude", (entry, text) -> appendDegrees(entry, Coordinates::longitude, text));
    }

    byte[] toJson() {
        return json.append('}').toBytes();
    }

    private void addTexts(String name, BiConsumer<TimelineEntry, AsciiText> append) {
        add(name, (entry, text) -> {
            text.append('"');
            append.accept(entry, text);
            text.append('"');
        });
    }

    private void add(String name, BiConsumer<TimelineEntry, AsciiText> append) {
        json.append(json.length() == 0 ? '{' : ',').append('"').append(name).append("\":[");
        int start = json.length();
        for (TimelineEntry entry : entries) {
            if (json.length() > start) {
                json.append(',');
            }
            append.accept(entry, json);
        }
        json.append(']');
    }

    /** Width by height with three decimals; 1 while nobody knows. */
    private static void appendRatio(TimelineEntry entry, AsciiText text) {
        Dimensions dimensions = entry.appearance().dimensions();
        long thousandths = dimensions == null ? 1000 : Math.round(1000.0 * dimensions.width() / dimensions.height());
        text.append(Long.toString(thousandths / 1000));
        if (thousandths % 1000 != 0) {
            text.append('.');
            text.appendDigits(thousandths % 1000, 3);
        }
    }

    private static void appendThumbhash(TimelineEntry entry, AsciiText text) {
        var thumbhash = entry.appearance().thumbhash();
        if (thumbhash == null) {
            text.append("null");
        } else {
            text.append('"').appendBase64(thumbhash.bytes()).append('"');
        }
    }

    /** Exactly the hours between both readings, or clients would move the asset to another month. */
    private static void appendOffset(TimelineEntry entry, AsciiText text) {
        long local = entry.taken().local().toInstant(ZoneOffset.UTC).toEpochMilli();
        double hours = (local - entry.taken().instant().toEpochMilli()) / MILLISECONDS_PER_HOUR;
        if (hours == Math.rint(hours)) {
            text.append(Long.toString((long) hours));
        } else {
            text.append(Double.toString(hours));
        }
    }

    private static void appendDegrees(TimelineEntry entry, ToDoubleFunction<Coordinates> degrees, AsciiText text) {
        Coordinates place = entry.scene().coordinates();
        text.append(place == null ? "null" : Double.toString(degrees.applyAsDouble(place)));
    }

    private static void appendDuration(TimelineEntry entry, AsciiText text) {
        Duration duration = entry.appearance().duration();
        if (duration == null) {
            text.append("null");
        } else {
            text.append(Long.toString(duration.toMillis()));
        }
    }

    private static void appendLivePhotoVideo(TimelineEntry entry, AsciiText text) {
        AssetId video = entry.state().livePhotoVideo();
        if (video == null) {
            text.append("null");
        } else {
            text.append('"').append(video.value()).append('"');
        }
    }
}
