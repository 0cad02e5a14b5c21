package app.heirloom.immich.client;

import app.heirloom.immich.client.transport.Answer;
import app.heirloom.immich.client.transport.Call;
import app.heirloom.immich.client.transport.Chunks;
import app.heirloom.immich.client.transport.MultipartForm;
import app.heirloom.immich.client.transport.Transport;
import app.heirloom.immich.json.WireDates;
import app.heirloom.immich.json.WireNames;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.ContentMatch;
import app.heirloom.library.remote.RemoteServer;
import app.heirloom.library.remote.asset.RemoteDownload;
import app.heirloom.library.remote.asset.RemoteOriginals;
import app.heirloom.library.remote.asset.RemoteUpload;
import app.heirloom.library.remote.asset.RemoteUploaded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Bytes, down and up. */
final class ImmichOriginals implements RemoteOriginals {
    private static final String DEVICE = "heirloom";

    private final Transport transport;
    private final RemoteServer server;

    ImmichOriginals(Transport transport, RemoteServer server) {
        this.transport = transport;
        this.server = server;
    }

    @Override
    public RemoteDownload download(AssetId id) {
        Transport.Open open = transport.open(Call.get("/assets/" + id + "/original"));
        return new RemoteDownload(open.body(), open.length());
    }

    @Override
    public RemoteUploaded upload(RemoteUpload upload) {
        Answer answer = transport.json(Call.post("/assets", form(upload)));
        return new RemoteUploaded(
                new AssetId(answer.uuid("id")),
                answer.findText("status").filter("created"::equals).isPresent());
    }

    private MultipartForm form(RemoteUpload upload) {
        RemoteUpload.Wish wish = upload.wish();
        var form = new MultipartForm();
        form.field("fileCreatedAt", WireDates.format(upload.created()));
        form.field("fileModifiedAt", WireDates.format(upload.modified()));
        form.field("isFavorite", Boolean.toString(wish.favorite()));
        form.field("visibility", WireNames.of(wish.visibility()));
        form.field("filename", upload.fileName());
        if (wish.livePhotoVideo() != null) {
            form.field("livePhotoVideoId", wish.livePhotoVideo().toString());
        }
        if (server.isLegacy()) {
            form.field("deviceId", DEVICE);
            form.field(
                    "deviceAssetId",
                    DEVICE + "-" + upload.fileName() + "-" + upload.modified().toEpochMilli());
        }
        RemoteUpload.Content content = upload.content();
        if (content.checksum() != null) {
            form.header("x-immich-checksum", content.checksum().hex());
        }
        if (content.sidecar() != null) {
            form.file("sidecarData", upload.fileName() + ".xmp", content.sidecar());
        }
        form.file("assetData", upload.fileName(), content.file());
        return form;
    }

    @Override
    public List<ContentMatch> listByChecksum(Collection<Checksum> checksums) {
        List<Checksum> asked = List.copyOf(checksums);
        List<ContentMatch> matches = new ArrayList<>();
        for (int start = 0; start < asked.size(); start += Chunks.SIZE) {
            List<Map<String, String>> assets =
                    asked.subList(start, Math.min(start + Chunks.SIZE, asked.size())).stream()
                            .map(checksum -> Map.of("id", checksum.hex(), "checksum", checksum.hex()))
                            .toList();
            transport.json(Call.post("/assets/bulk-upload-check", Map.of("assets", assets))).list("results").stream()
                    .filter(result -> result.findUuid("assetId").isPresent())
                    .map(ImmichOriginals::match)
                    .forEach(matches::add);
        }
        return matches;
    }

    private static ContentMatch match(Answer json) {
        return new ContentMatch(
                json.parsed("id", json.text("id"), Checksum::parse),
                new AssetId(json.uuid("assetId")),
                json.flag("isTrashed"));
    }
}
