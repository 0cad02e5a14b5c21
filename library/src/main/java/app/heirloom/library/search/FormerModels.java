package app.heirloom.library.search;

import app.heirloom.library.embedding.EmbeddingRepository;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.Queue;
import app.heirloom.library.job.QueueStatus;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.document.ServerDocumentRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Removes what models saw in pictures that another one has taken over from, once there was time to go back. What the wanted
 * one could not look at stays.
 */
public final class FormerModels {
    /** How long after the succession one may go back without all photos being looked at again. */
    public static final Duration GRACE = Duration.ofDays(30);

    private static final String KEY = "smart-search.succession";
    private static final int PORTION = 1_000;

    private final ModelId wanted;
    private final Shelves shelves;
    private final JobQueues queues;
    private final Transactions transactions;
    private final InstantSource clock;

    /** Where embeddings are, and the note since when the wanted model has seen all. */
    public record Shelves(EmbeddingRepository embeddings, ServerDocumentRepository documents) {}

    /** Since when a model has seen all; a text of the instant and the model's name. */
    private record Succession(Instant at, String model) {
        static Succession parse(String text) {
            String[] parts = text.split(" ", 2);
            return new Succession(Instant.parse(parts[0]), parts[1]);
        }

        @Override
        public String toString() {
            return at + " " + model;
        }
    }

    public FormerModels(
            ModelId wanted, Shelves shelves, JobQueues queues, Transactions transactions, InstantSource clock) {
        this.wanted = wanted;
        this.shelves = shelves;
        this.queues = queues;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** To be called from time to time. What is cut off goes on with the next call; going back begins the time anew. */
    public void remove() {
        if (isLooking()) {
            return;
        }
        Instant now = clock.instant();
        Optional<Succession> succession = transactions
                .read(() -> shelves.documents().find(KEY))
                .map(Succession::parse)
                .filter(known -> known.model().equals(wanted.name()));
        if (succession.isEmpty()) {
            transactions.run(() -> shelves.documents().save(KEY, new Succession(now, wanted.name()).toString()));
        } else if (!now.isBefore(succession.get().at().plus(GRACE))) {
            removeAll();
        }
    }

    private void removeAll() {
        int removed = PORTION;
        while (removed == PORTION) {
            removed = transactions.write(() -> shelves.embeddings().removeSucceeded(wanted, PORTION));
        }
    }

    private boolean isLooking() {
        QueueStatus status = queues.status().get(Queue.SMART_SEARCH);
        return status != null && status.counts().unfinished() > 0;
    }
}
