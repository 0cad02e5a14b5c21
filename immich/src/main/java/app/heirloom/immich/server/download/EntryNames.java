package app.heirloom.immich.server.download;

import app.heirloom.library.asset.MediaFormat;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gives every entry of an archive a name of its own, whatever case the file system of the reader heeds. */
final class EntryNames {
    private final Set<String> taken = new HashSet<>();
    /** So that a thousand files of one name do not take a million steps. */
    private final Map<String, Integer> repetitions = new HashMap<>();

    /** The name, or {@code name+1.ext} and so on when it is taken. */
    String take(String fileName) {
        String name = fileName.replace('/', '_').replace('\\', '_');
        String extension = MediaFormat.extensionOf(name);
        String stem = name.substring(0, name.length() - extension.length());
        String ending = name.substring(stem.length());
        String candidate = name;
        while (!taken.add(candidate.toLowerCase(Locale.ROOT))) {
            int repetition = repetitions.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
            candidate = stem + "+" + repetition + ending;
        }
        return candidate;
    }
}
