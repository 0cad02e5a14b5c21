package app.heirloom.library.remote.asset;

import app.heirloom.library.remote.person.RemotePerson;
import java.util.List;

/**
 * An asset with what hangs on it, but for its albums and faces, which are asked for by themselves.
 *
 * @param people who is seen on it
 */
public record WholeRemoteAsset(RemoteAsset asset, List<RemoteTag> tags, List<RemotePerson> people) {
    public WholeRemoteAsset {
        tags = List.copyOf(tags);
        people = List.copyOf(people);
    }
}
