package app.heirloom.immich.client.transport;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Cuts long lists into requests that every server takes. */
public final class Chunks {
    public static final int SIZE = 1_000;

    private Chunks() {}

    public static <T> void forEach(Collection<T> all, Function<T, UUID> id, Consumer<List<UUID>> action) {
        List<UUID> ids = all.stream().map(id).distinct().toList();
        for (int start = 0; start < ids.size(); start += SIZE) {
            action.accept(ids.subList(start, Math.min(start + SIZE, ids.size())));
        }
    }
}
