package app.heirloom.library.recognition;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.FaceWatch;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.UserId;
import java.util.Collection;
import java.util.UUID;

/** Has people gathered anew around faces: they are noted, and one job for each user takes all that were noted. */
public final class PendingFaces implements FaceWatch {
    private static final UUID EVERYTHING = new UUID(0, 0);

    private final RecognitionRepository recognition;
    private final FaceGraphs graphs;
    private final JobQueues queues;
    private final Transactions transactions;

    public PendingFaces(
            RecognitionRepository recognition, FaceGraphs graphs, JobQueues queues, Transactions transactions) {
        this.recognition = recognition;
        this.graphs = graphs;
        this.queues = queues;
        this.transactions = transactions;
    }

    @Override
    public void decided(UserId owner, Collection<FaceId> faces) {
        recognition.touch(owner, faces);
        queues.add(JobType.FACE_RECOGNITION, owner.value());
    }

    @Override
    public void gone(UserId owner) {
        transactions.afterCommit(() -> graphs.outdate(owner));
    }

    @Override
    public void missed() {
        queues.add(JobType.MISSING_FACES, EVERYTHING);
    }

    /** Faces that are nobody's may have found company. */
    public void strayed() {
        queues.add(JobType.MISSING_RECOGNITION, EVERYTHING);
    }

    @Override
    public void placed(AssetId asset) {
        queues.add(JobType.FACE_DETECTION, asset.value());
    }
}
