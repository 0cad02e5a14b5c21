package app.heirloom.library.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Tells subscribers what happened. Publish from {@code Transactions.afterCommit}, so that news is never about something
 * that rolled back. Subscribers run on the publisher's thread and must be quick.
 */
public final class Events {
    private record Subscription<E extends Event>(Class<E> type, Consumer<? super E> subscriber) {
        void offer(Event event) {
            if (type.isInstance(event)) {
                subscriber.accept(type.cast(event));
            }
        }
    }

    private final List<Subscription<?>> subscriptions = new CopyOnWriteArrayList<>();

    /** From now on the subscriber hears every event of the type and of its subtypes. */
    public <E extends Event> void subscribe(Class<E> type, Consumer<? super E> subscriber) {
        subscriptions.add(new Subscription<>(type, subscriber));
    }

    public void publish(Event event) {
        subscriptions.forEach(subscription -> subscription.offer(event));
    }
}
