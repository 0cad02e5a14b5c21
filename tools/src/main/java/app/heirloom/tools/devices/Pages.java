package app.heirloom.tools.devices;

import app.heirloom.library.transaction.Transactions;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Goes through a list of the state portion by portion, in the order of paths. */
public record Pages(Transactions transactions) {
    /** The next portion after a path. */
    public interface Source<T> {
        List<T> list(String after, int limit);
    }

    public <T> void forEach(int size, Source<T> source, Function<T, String> path, Consumer<List<T>> action) {
        String after = "";
        List<T> page;
        do {
            String from = after;
            page = transactions.read(() -> source.list(from, size));
            if (!page.isEmpty()) {
                action.accept(page);
                after = path.apply(page.getLast());
            }
        } while (page.size() == size);
    }
}
