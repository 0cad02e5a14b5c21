package app.heirloom.library.recognition;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.Queue;
import app.heirloom.library.job.QueueStatus;
import app.heirloom.library.recognition.gathering.FaceGraph;
import app.heirloom.library.recognition.gathering.GatheringSettings;
import app.heirloom.library.recognition.gathering.Ties;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.UserId;
import java.util.Optional;

/**
 * The job that gathers a user's people anew around all faces that were touched since it ran last: many photos that come
 * together are one gathering. While models are exchanged it waits until the new one has seen all, and people stay as the
 * old one saw them.
 */
public final class FaceRecognition implements JobHandler {
    private final RecognitionRepository recognition;
    private final FaceGraphs graphs;
    private final GatheredPeople people;
    private final Terms terms;
    private final JobQueues queues;
    private final Transactions transactions;

    /** By which model, and how. */
    public record Terms(ModelId model, GatheringSettings settings) {}

    public FaceRecognition(
            RecognitionRepository recognition,
            FaceGraphs graphs,
            GatheredPeople people,
            Terms terms,
            JobQueues queues,
            Transactions transactions) {
        this.recognition = recognition;
        this.graphs = graphs;
        this.people = people;
        this.terms = terms;
        this.queues = queues;
        this.transactions = transactions;
    }

    /** The job's subject is the user. */
    @Override
    public Runnable handle(Job job) {
        var owner = new UserId(job.subject());
        Optional<RecognitionRepository.Touched> found = transactions.read(() -> recognition.findTouched(owner));
        if (found.isEmpty() || isModelChanging(owner)) {
            return NOTHING;
        }
        RecognitionRepository.Touched touched = found.get();
        FaceGraph graph = graphs.current(owner, touched.faces());
        Ties ties = transactions.read(() -> recognition.ties(owner, terms.model()));
        people.apply(owner, graph.gatherAround(touched.faces(), ties, terms.settings()), terms.settings());
        return () -> recognition.settle(owner, touched.until());
    }

    private boolean isModelChanging(UserId owner) {
        QueueStatus detection = queues.status().get(Queue.FACE_DETECTION);
        return detection != null
                && detection.counts().unfinished() > 0
                && transactions.read(() -> recognition.showsOther(owner, terms.model()));
    }
}
