package app.heirloom.immich.json.album;

import app.heirloom.immich.json.WireNames;
import app.heirloom.immich.json.account.UserJson;
import app.heirloom.library.album.AlbumView;

/** A member of an album. */
public record AlbumUserJson(UserJson user, String role) {
    static AlbumUserJson of(AlbumView.Member member) {
        return new AlbumUserJson(UserJson.of(member.user()), WireNames.of(member.role()));
    }
}
