package app.heirloom.library.embedding;

import app.heirloom.library.transaction.Transactions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps an index in step with the embeddings of record. Called outside of transactions; safe for concurrent use. */
public final class IndexUpkeep {
    private static final int PORTION = 1_000;

    private final EmbeddingRepository embeddings;
    private final EmbeddingIndex index;
    private final Transactions transactions;
    private final ReentrantLock lock = new ReentrantLock();

    public IndexUpkeep(EmbeddingRepository embeddings, EmbeddingIndex index, Transactions transactions) {
        this.embeddings = embeddings;
        this.index = index;
        this.transactions = transactions;
    }

    /** Takes in what is new. While another thread is at it, this returns at once. */
    public void catchUp() {
        if (lock.tryLock()) {
            try {
                List<EmbeddingIndex.Entry> portion = next();
                while (!portion.isEmpty()) {
                    index.put(portion);
                    portion = next();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private List<EmbeddingIndex.Entry> next() {
        return transactions.read(
                () -> embeddings.listAfter(index.model(), index.highest().orElse(0), PORTION));
    }

    /** Takes out what is no more. */
    public void clean() {
        Set<Long> portion = new HashSet<>();
        for (long number : index.numbers().toArray()) {
            portion.add(number);
            if (portion.size() == PORTION) {
                removeGone(portion);
                portion.clear();
            }
        }
        removeGone(portion);
        index.flush();
    }

    private void removeGone(Set<Long> numbers) {
        Set<Long> gone = new HashSet<>(numbers);
        gone.removeAll(transactions.read(() -> embeddings.listKnown(numbers)));
        if (!gone.isEmpty()) {
            index.remove(gone);
        }
    }
}
