package app.heirloom.library.remote.asset;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.user.UserId;

/**
 * An asset on a photo server.
 *
 * @param exif what is known of it, as edited; {@link Exif#UNKNOWN} where the server was not asked or has not looked
 */
public record RemoteAsset(
        AssetId id, UserId owner, RemoteOriginal original, AssetTimes times, Exif exif, RemoteState state) {

    public boolean isExternal() {
        return state.grouping().library() != null;
    }

    public RemoteAsset withOriginal(RemoteOriginal newOriginal) {
        return new RemoteAsset(id, owner, newOriginal, times, exif, state);
    }

    public RemoteAsset withTimes(AssetTimes newTimes) {
        return new RemoteAsset(id, owner, original, newTimes, exif, state);
    }

    public RemoteAsset withExif(Exif newExif) {
        return new RemoteAsset(id, owner, original, times, newExif, state);
    }

    public RemoteAsset withState(RemoteState newState) {
        return new RemoteAsset(id, owner, original, times, exif, newState);
    }
}
