package app.heirloom.immich.json;

import app.heirloom.library.album.AlbumRole;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.job.Queue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the wire calls the members of enumerations. */
public final class WireNames {
    private WireNames() {}

    /** In lower case: {@code timeline}. */
    public static String of(Visibility visibility) {
        return visibility.name().toLowerCase(Locale.ROOT);
    }

    /** In lower case: {@code editor}. */
    public static String of(AlbumRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** In camel case: {@code thumbnailGeneration}. */
    public static String of(Queue queue) {
        var name = new StringBuilder();
        for (String word : queue.name().toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word.charAt(0) : Character.toUpperCase(word.charAt(0)))
                    .append(word, 1, word.length());
        }
        return name.toString();
    }

    public static Optional<Queue> findQueue(String name) {
        return Arrays.stream(Queue.values())
                .filter(queue -> of(queue).equals(name))
                .findFirst();
    }
}
