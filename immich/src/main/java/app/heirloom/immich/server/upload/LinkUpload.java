package app.heirloom.immich.server.upload;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.access.AssetAccess;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.ingest.Upload;
import app.heirloom.library.ingest.UploadDetails;
import app.heirloom.library.sharing.SharedLinks;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.LinkPass;
import app.heirloom.library.user.Permission;

/** What is different when the holder of a shared link uploads; for all others it does nothing. */
final class LinkUpload {
    private final AssetAccess access;
    private final SharedLinks links;

    LinkUpload(AssetAccess access, SharedLinks links) {
        this.access = access;
        this.links = links;
    }

    /** Fails as FORBIDDEN when the link takes no uploads. */
    void require(Caller caller) {
        if (caller.credential() instanceof Caller.Credential.OfSharedLink(LinkPass pass) && !pass.upload()) {
            throw ErrorCode.FORBIDDEN.exception("The shared link does not allow uploads");
        }
    }

    /** The owner alone decides what is a favourite or locked, and which of his videos belong to a still. */
    Upload restrict(Caller caller, Upload upload) {
        if (caller.isUser()) {
            return upload;
        }
        UploadDetails details = upload.details();
        details.livePhotoVideo().ifPresent(video -> access.get(caller, video, Permission.ASSET_VIEW));
        Visibility visibility = details.visibility() == Visibility.HIDDEN ? Visibility.HIDDEN : Visibility.TIMELINE;
        return new Upload(
                upload.original(),
                upload.sidecar(),
                new UploadDetails(
                        details.fileName(),
                        details.captured(),
                        details.fileModified(),
                        false,
                        visibility,
                        details.livePhotoVideo()));
    }

    /** A duplicate joins too: whoever sent its bytes has them. */
    void receive(Caller caller, AssetId asset) {
        if (caller.credential() instanceof Caller.Credential.OfSharedLink(LinkPass pass)) {
            links.receive(caller, pass, asset);
        }
    }
}
