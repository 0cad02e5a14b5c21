package app.heirloom.immich.client;

import app.heirloom.immich.client.transport.Answer;
import app.heirloom.immich.client.transport.Call;
import app.heirloom.immich.client.transport.Transport;
import app.heirloom.immich.json.WireNames;
import app.heirloom.library.asset.AssetCounts;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.ZoneName;
import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.remote.asset.RemoteAssets;
import app.heirloom.library.remote.asset.RemoteFilter;
import app.heirloom.library.remote.asset.WholeRemoteAsset;
import app.heirloom.library.user.UserId;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Assets by search, one by one, and what is said of them. */
final class ImmichAssets implements RemoteAssets {
    private final Transport transport;
    private final RemoteServer server;

    ImmichAssets(Transport transport, RemoteServer server) {
        this.transport = transport;
        this.server = server;
    }

    @Override
    public void forEach(RemoteFilter filter, Consumer<RemoteAsset> action) {
        Map<String, Object> terms = new HashMap<>();
        terms.put("withExif", filter.exif());
        if (filter.trashed()) {
            terms.put("withDeleted", true);
        }
        if (filter.visibility() != null) {
            terms.put("visibility", WireNames.of(filter.visibility()));
        }
        if (filter.owner() != null) {
            terms.put("userIds", List.of(filter.owner().value()));
        }
        new AssetSearch(transport, server).forEach(terms, action);
    }

    @Override
    public Optional<WholeRemoteAsset> find(AssetId id) {
        return transport.find(Call.get("/assets/" + id)).map(AssetReader::readWhole);
    }

    @Override
    public AssetCounts count() {
        Answer json = transport.json(Call.get("/assets/statistics"));
        return new AssetCounts(json.number("images"), json.number("videos"));
    }

    /** One by one, since the list of Immich's libraries says 0 of each. */
    @Override
    public Optional<Map<LibraryId, Long>> countLibraries(UserId owner) {
        try {
            Map<LibraryId, Long> counts = new HashMap<>();
            for (Answer library : transport.json(Call.get("/libraries")).requiredElements()) {
                if (library.uuid("ownerId").equals(owner.value())) {
                    var id = new LibraryId(library.uuid("id"));
                    counts.put(
                            id,
                            transport
                                    .json(Call.get("/libraries/" + id + "/statistics"))
                                    .number("total"));
                }
            }
            return Optional.of(counts);
        } catch (HeirloomException e) {
            if (e.code() == ErrorCode.UNAUTHENTICATED || e.code() == ErrorCode.REMOTE_UNREACHABLE) {
                throw e;
            }
            return Optional.empty(); // only administrators are told
        }
    }

    @Override
    public void edit(AssetId id, AssetEdit edit) {
        Map<String, @Nullable Object> changes = changes(edit);
        if (!changes.isEmpty()) {
            transport.send(Call.put("/assets/" + id, changes));
        }
    }

    private Map<String, @Nullable Object> changes(AssetEdit edit) {
        Map<String, @Nullable Object> changes = new HashMap<>();
        if (edit.visibility() != null) {
            changes.put("visibility", WireNames.of(edit.visibility()));
        }
        if (edit.favorite() != null) {
            changes.put("isFavorite", edit.favorite());
        }
        MetadataEdits metadata = edit.metadata();
        if (metadata.description() != null) {
            changes.put("description", metadata.description());
        }
        if (metadata.rating() != null) {
            boolean isCleared = metadata.rating() == MetadataEdits.CLEARED_RATING;
            changes.put("rating", isCleared && !server.isLegacy() ? null : metadata.rating());
        }
        if (metadata.coordinates() != null) {
            changes.put("latitude", metadata.coordinates().latitude());
            changes.put("longitude", metadata.coordinates().longitude());
        }
        if (metadata.capture() != null && metadata.capture().local() != null) {
            changes.put("dateTimeOriginal", date(metadata.capture()));
        }
        return changes;
    }

    /** The wall clock with the offset that its zone had then; servers keep the offset only. */
    private static @Nullable String date(Capture capture) {
        ZoneId zone =
                Optional.ofNullable(capture.zone()).flatMap(ZoneName::parse).orElse(ZoneOffset.UTC);
        return capture.local() == null
                ? null
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        capture.local().atZone(zone).toOffsetDateTime());
    }
}
