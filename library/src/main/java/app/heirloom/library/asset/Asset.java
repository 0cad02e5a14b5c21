package app.heirloom.library.asset;

import app.heirloom.library.asset.appearance.Appearance;
import app.heirloom.library.user.UserId;

/** One photo or video entry, owned by one user. */
public record Asset(
        AssetId id, UserId owner, Original original, AssetTimes times, Appearance appearance, AssetState state) {

    public AssetType type() {
        return original.type();
    }

    /** For the features that follow files which others own; nobody else ever changes an original. */
    public Asset withOriginal(Original newOriginal) {
        return new Asset(id, owner, newOriginal, times, appearance, state);
    }

    public Asset withTimes(AssetTimes newTimes) {
        return new Asset(id, owner, original, newTimes, appearance, state);
    }

    public Asset withAppearance(Appearance newAppearance) {
        return new Asset(id, owner, original, times, newAppearance, state);
    }

    public Asset withState(AssetState newState) {
        return new Asset(id, owner, original, times, appearance, newState);
    }
}
