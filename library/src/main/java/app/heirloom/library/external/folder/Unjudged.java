package app.heirloom.library.external.folder;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Paths that a scan could not look at: of what lies there or below, it does not say that it is gone. */
public final class Unjudged {
    private final Set<String> paths = new HashSet<>();

    public void add(String path) {
        paths.add(path);
    }

    boolean isEmpty() {
        return paths.isEmpty();
    }

    public int size() {
        return paths.size();
    }

    /** Whether the path or a folder above it could not be looked at. */
    public boolean covers(String path) {
        if (paths.isEmpty()) {
            return false;
        }
        for (String above = path; above != null; above = parentOf(above)) {
            if (paths.contains(above)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String parentOf(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 || path.length() == 1 ? null : path.substring(0, Math.max(slash, 1));
    }
}
