package app.heirloom.library.remote.asset;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.tag.TagId;
import java.util.Collection;
import java.util.List;

/** The tags of a photo server. */
public interface RemoteTags {
    List<RemoteTag> list();

    /** The tags with these paths, made where they are missing, in the order of the paths. */
    List<RemoteTag> upsert(List<String> paths);

    /** Puts the tag on the assets; those that have it already are refused as DUPLICATE. */
    List<Outcome> attach(TagId tag, Collection<AssetId> assets);

    List<Outcome> detach(TagId tag, Collection<AssetId> assets);
}
