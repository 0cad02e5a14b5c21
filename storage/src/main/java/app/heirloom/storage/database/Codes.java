package app.heirloom.storage.database;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Visibility;
import java.util.List;

/**
 * Small numbers for the constants that every row of an asset has: they make the indexes small, and SQLite's driver
 * reads a number ten times faster than a text. A code, once given, stays.
 */
public final class Codes {
    private static final List<AssetType> TYPES = List.of(AssetType.IMAGE, AssetType.VIDEO);
    private static final List<Visibility> VISIBILITIES =
            List.of(Visibility.TIMELINE, Visibility.ARCHIVE, Visibility.HIDDEN, Visibility.LOCKED);

    private Codes() {}

    public static int of(AssetType type) {
        return TYPES.indexOf(type);
    }

    public static int of(Visibility visibility) {
        return VISIBILITIES.indexOf(visibility);
    }

    public static AssetType type(int code) {
        return TYPES.get(code);
    }

    public static Visibility visibility(int code) {
        return VISIBILITIES.get(code);
    }
}
