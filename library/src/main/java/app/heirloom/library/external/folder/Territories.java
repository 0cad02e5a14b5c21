package app.heirloom.library.external.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folders, by their real paths, that a scan walks through anyway. A link is followed only out of all of them, so
 * nothing is seen twice and no link leads round in circles.
 */
public final class Territories {
    private final List<Path> folders = new ArrayList<>();

    public void add(Path folder) {
        folders.add(folder);
    }

    /** Takes the folder in; false when it is part of one that is known, or the other way round. */
    boolean enter(Path folder) {
        boolean isKnown = folders.stream().anyMatch(known -> folder.startsWith(known) || known.startsWith(folder));
        if (!isKnown) {
            folders.add(folder);
        }
        return !isKnown;
    }
}
