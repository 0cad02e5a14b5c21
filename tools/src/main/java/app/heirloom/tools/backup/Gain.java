package app.heirloom.tools.backup;

import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.remote.album.RemoteAlbum;
import app.heirloom.library.remote.asset.RemoteTag;
import app.heirloom.library.remote.person.RemotePerson;
import java.util.List;

/** What a keeper gets from the duplicates that go. */
public record Gain(AssetEdit edit, List<RemoteAlbum> albums, List<RemoteTag> tags, List<SeenPerson> people) {
    public Gain {
        albums = List.copyOf(albums);
        tags = List.copyOf(tags);
        people = List.copyOf(people);
    }

    /** Somebody, and where in the picture. */
    public record SeenPerson(RemotePerson person, FaceBox box) {}
}
