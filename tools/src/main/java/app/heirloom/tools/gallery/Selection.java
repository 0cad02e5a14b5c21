package app.heirloom.tools.gallery;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.MediaFormat;
import app.heirloom.library.external.folder.Exclusions;
import app.heirloom.library.external.folder.Glob;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which files of a tree are photos to be indexed. */
public final class Selection {
    private final Exclusions exclusions;
    /** Null takes all. */
    private final @Nullable Pattern included;

    /**
     * @param include globs of which a photo's path must match one; none takes all
     * @param exclude as in {@link Exclusions}
     * @throws app.heirloom.library.error.HeirloomException INVALID when a glob is malformed
     */
    public Selection(List<String> include, List<String> exclude) {
        this.exclusions = new Exclusions(exclude);
        this.included = include.isEmpty()
                ? null
                : Pattern.compile(
                        include.stream()
                                .map(glob -> "(?:" + Glob.toRegex(glob) + ")")
                                .collect(Collectors.joining("|")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    boolean takesFile(Path path, String name) {
        if (MediaFormat.find(name)
                .filter(format -> format.type() == AssetType.IMAGE)
                .isEmpty()) {
            return false;
        }
        String text = path.toString();
        return !exclusions.excludesFile(text, name)
                && (included == null || included.matcher(text).matches());
    }

    boolean entersFolder(String path, String name) {
        return !exclusions.excludesFolder(path, name);
    }

    /** Whether the file says that its folder is a gallery that another program made. */
    static boolean isGalleryIndex(String name) {
        return name.equals("index.json");
    }

    /** Whether a folder in a gallery holds thumbnails, as which every photo would come back small. */
    static boolean isThumbnails(String name) {
        return name.equals("tn");
    }
}
