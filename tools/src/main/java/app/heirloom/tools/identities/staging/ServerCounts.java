package app.heirloom.tools.identities.staging;

import app.heirloom.library.asset.AssetCounts;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.remote.asset.RemoteAsset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What a server lists beside what it says that there is: the two need not agree. Used by one thread. */
final class ServerCounts {
    private final NavigableMap<LibraryId, Long> libraries = new TreeMap<>(Comparator.comparing(LibraryId::value));
    private long images;
    private long videos;
    private long external;
    private long foreign;

    void list(RemoteAsset asset) {
        LibraryId library = asset.state().grouping().library();
        if (library != null) {
            boolean isShown = asset.state().visibility() != Visibility.HIDDEN;
            libraries.merge(library, isShown ? 1L : 0L, Long::sum);
            external++;
        } else if (asset.state().visibility() == Visibility.TIMELINE
                || asset.state().visibility() == Visibility.ARCHIVE) {
            boolean isVideo = asset.original().type() == AssetType.VIDEO;
            images += isVideo ? 0 : 1;
            videos += isVideo ? 1 : 0;
        }
    }

    void listForeign() {
        foreign++;
    }

    /**
     * What is worth knowing, in sentences.
     *
     * @param told how many assets the external libraries have; empty where the server does not tell
     */
    List<String> compare(AssetCounts statistics, Optional<Map<LibraryId, Long>> told) {
        List<String> notes = new ArrayList<>();
        if (statistics.images() != images || statistics.videos() != videos) {
            notes.add("The server's statistics say " + text(statistics) + "; its search lists "
                    + text(new AssetCounts(images, videos))
                    + " outside of external libraries. What was listed counts.");
        }
        if (external > 0) {
            notes.add("The search lists " + external + " more in " + libraries.size() + " external "
                    + (libraries.size() == 1 ? "library" : "libraries") + ", which the statistics leave out.");
        }
        told.ifPresent(counts -> compare(counts, notes));
        if (foreign > 0) {
            notes.add(foreign + " assets of other users, as partners share them, were left alone.");
        }
        return notes;
    }

    private void compare(Map<LibraryId, Long> told, List<String> notes) {
        NavigableMap<LibraryId, Long> all = new TreeMap<>(libraries);
        told.keySet().forEach(library -> all.putIfAbsent(library, 0L));
        all.forEach((library, listed) -> {
            long said = told.getOrDefault(library, 0L);
            if (said != listed) {
                notes.add("The server says that the external library " + library + " has " + said
                        + " assets; its search lists " + listed + ". What was listed counts.");
            }
        });
    }

    private static String text(AssetCounts counts) {
        return counts.images() + " images and " + counts.videos() + " videos";
    }
}
