package app.heirloom.library.search;

import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.Queue;
import app.heirloom.library.job.QueueStatus;
import java.util.Comparator;
import java.util.List;

/**
 * Which model answers while models are exchanged: the one before, until the wanted one has looked at as much, or has
 * nothing left to look at.
 */
public final class ModelSuccession {
    private final SmartSearch.Model wanted;
    private final List<SmartSearch.Model> before;
    private final JobQueues queues;

    /** @param before what else is installed, and may have looked at photos earlier */
    public ModelSuccession(SmartSearch.Model wanted, List<SmartSearch.Model> before, JobQueues queues) {
        this.wanted = wanted;
        this.before = List.copyOf(before);
        this.queues = queues;
    }

    /** The one to ask now, in step with what it looked at, and behind it the one that looks at what is new. */
    List<SmartSearch.Model> current() {
        wanted.upkeep().catchUp();
        return before.stream()
                .max(Comparator.comparingInt(ModelSuccession::sizeOf))
                .filter(model -> sizeOf(model) > sizeOf(wanted) && isLooking())
                .map(model -> List.of(model, wanted))
                .orElse(List.of(wanted));
    }

    private static int sizeOf(SmartSearch.Model model) {
        return model.index().size();
    }

    private boolean isLooking() {
        QueueStatus status = queues.status().get(Queue.SMART_SEARCH);
        return status != null && status.counts().unfinished() > 0;
    }
}
