package app.heirloom.storage.database;

import java.util.ArrayList;
import java.util.List;

/** What is to be done once a write is durable. */
final class AfterCommit {
    private final List<Runnable> actions = new ArrayList<>();

    void add(Runnable action) {
        actions.add(action);
    }

    void run() {
        actions.forEach(Runnable::run);
    }
}
