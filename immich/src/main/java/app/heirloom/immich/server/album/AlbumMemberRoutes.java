package app.heirloom.immich.server.album;

import app.heirloom.immich.Library;
import app.heirloom.immich.json.album.AlbumJson;
import app.heirloom.immich.server.http.Answer;
import app.heirloom.immich.server.http.JsonFields;
import app.heirloom.immich.server.http.TextFields;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.album.Membership;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.UserId;
import io.javalin.http.Context;
import java.io.IOException;

/** The members of albums. */
final class AlbumMemberRoutes {
    /** What callers may write instead of their own id. */
    private static final String ONESELF = "me";

    private final Library.Gathering gathering;

    AlbumMemberRoutes(Library.Gathering gathering) {
        this.gathering = gathering;
    }

    Answer add(Context http, Caller caller) throws IOException {
        AlbumId id = AlbumFields.idInPath(http);
        gathering.members().add(caller, id, AlbumFields.memberships(JsonFields.ofBody(http)));
        return Answer.ok(AlbumJson.of(gathering.albums().get(caller, id)));
    }

    Answer update(Context http, Caller caller) throws IOException {
        var membership = new Membership(member(http, caller), AlbumFields.role(JsonFields.ofBody(http)));
        gathering.members().update(caller, AlbumFields.idInPath(http), membership);
        return Answer.NO_CONTENT;
    }

    Answer remove(Context http, Caller caller) {
        gathering.members().remove(caller, AlbumFields.idInPath(http), member(http, caller));
        return Answer.NO_CONTENT;
    }

    private static UserId member(Context http, Caller caller) {
        return http.pathParam("userId").equals(ONESELF)
                ? caller.id()
                : new UserId(TextFields.uuidInPath(http, "userId"));
    }
}
