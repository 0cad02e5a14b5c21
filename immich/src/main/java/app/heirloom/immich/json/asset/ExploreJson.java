package app.heirloom.immich.json.asset;

import java.util.List;

/** A way to look around: values that a field has, each with an asset to stand for it. */
public record ExploreJson(String fieldName, List<ItemJson> items) {

    /** One value. */
    public record ItemJson(String value, AssetJson data) {}
}
