package app.heirloom.library.job;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says for each type of job who does it and what follows, and for each queue how many of its jobs run at once.
 *
 * @param concurrency queues that are absent run one job at a time
 */
public record JobTable(
        Map<JobType, JobHandler> handlers, Map<JobType, List<JobType>> successors, Map<Queue, Integer> concurrency) {

    public JobTable {
        handlers = Map.copyOf(handlers);
        successors = Map.copyOf(successors);
        concurrency = Map.copyOf(concurrency);
    }

    /** The queues that somebody works off. */
    public Set<Queue> queues() {
        return handlers.keySet().stream().map(JobType::queue).collect(Collectors.toUnmodifiableSet());
    }

    JobHandler handlerOf(JobType type) {
        JobHandler handler = handlers.get(type);
        if (handler == null) {
            throw new IllegalStateException("nobody does " + type);
        }
        return handler;
    }

    List<JobType> successorsOf(JobType type) {
        return successors.getOrDefault(type, List.of());
    }

    int concurrencyOf(Queue queue) {
        return concurrency.getOrDefault(queue, 1);
    }
}
