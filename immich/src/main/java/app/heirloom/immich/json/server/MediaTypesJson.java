package app.heirloom.immich.json.server;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.MediaFormat;
import java.util.List;

/** The extensions that uploads may have, dotted and in lower case. */
public record MediaTypesJson(List<String> image, List<String> video, List<String> sidecar) {

    public static MediaTypesJson current() {
        return new MediaTypesJson(
                extensions(AssetType.IMAGE), extensions(AssetType.VIDEO), List.of(MediaFormat.SIDECAR_EXTENSION));
    }

    private static List<String> extensions(AssetType type) {
        return MediaFormat.list(type).stream().map(MediaFormat::extension).toList();
    }
}
