package app.heirloom.tools.identities.staging;

import app.heirloom.library.remote.asset.RemoteAsset;
import java.util.regex.Pattern;

/** Previews and thumbnails that a server made itself, and that an external library took for photos. */
final class StrayPreview {
    private static final Pattern FOLDER = Pattern.compile("(^|/)(thumbs|derivatives)/");
    /** As {@code ID-preview.jpeg} and {@code ID_thumbnail.webp}. */
    private static final Pattern NAME = Pattern.compile("[-_](preview|thumbnail|fullsize)\\.(jpe?g|webp)$");

    private StrayPreview() {}

    static boolean is(RemoteAsset asset) {
        String path = asset.original().path().replace('\\', '/');
        return asset.isExternal()
                && (FOLDER.matcher(path).find() || NAME.matcher(path).find());
    }
}
