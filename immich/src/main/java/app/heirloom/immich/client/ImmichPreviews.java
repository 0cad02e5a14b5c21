package app.heirloom.immich.client;

import app.heirloom.immich.client.transport.Call;
import app.heirloom.immich.client.transport.Transport;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.remote.asset.RemoteDownload;
import app.heirloom.library.remote.asset.RemotePreviews;
import java.util.Optional;

/** Previews as the server made them. */
record ImmichPreviews(Transport transport) implements RemotePreviews {
    @Override
    public Optional<RemoteDownload> find(AssetId id) {
        return find(id, "preview");
    }

    @Override
    public Optional<RemoteDownload> findThumbnail(AssetId id) {
        return find(id, "thumbnail");
    }

    private Optional<RemoteDownload> find(AssetId id, String size) {
        try {
            Transport.Open open = transport.open(Call.get("/assets/" + id + "/thumbnail?size=" + size));
            return Optional.of(new RemoteDownload(open.body(), open.length()));
        } catch (HeirloomException e) {
            if (e.code() == ErrorCode.NO_ACCESS || e.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
