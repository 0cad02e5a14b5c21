package app.heirloom.immich.server.timeline;

import app.heirloom.immich.server.http.Operation;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.LinkPass;

/** Keeps holders of a shared link to the timeline of its album. */
final class LinkedAlbum {
    private LinkedAlbum() {}

    static Operation.Handler only(Operation.Handler handler) {
        return (http, caller) -> {
            if (caller.credential() instanceof Caller.Credential.OfSharedLink(LinkPass pass)
                    && TextFields.ofQuery(http)
                            .findUuid("albumId")
                            .filter(album -> album.equals(pass.album()))
                            .isEmpty()) {
                throw ErrorCode.NO_ACCESS.exception("Not found or no album.read access");
            }
            return handler.answer(http, caller);
        };
    }
}
