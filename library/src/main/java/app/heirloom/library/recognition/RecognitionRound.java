package app.heirloom.library.recognition;

import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserRepository;

/** The job that has the people of all users gathered anew: around all faces, or around those that are nobody's. */
public final class RecognitionRound implements JobHandler {
    private final UserRepository users;
    private final RecognitionRepository recognition;
    private final JobQueues queues;
    private final Transactions transactions;
    private final boolean onlyOfNobody;

    public RecognitionRound(
            UserRepository users,
            RecognitionRepository recognition,
            JobQueues queues,
            Transactions transactions,
            boolean onlyOfNobody) {
        this.users = users;
        this.recognition = recognition;
        this.queues = queues;
        this.transactions = transactions;
        this.onlyOfNobody = onlyOfNobody;
    }

    @Override
    public Runnable handle(Job job) {
        for (User user : transactions.read(users::list)) {
            transactions.run(() -> {
                recognition.touchAll(user.id(), onlyOfNobody);
                queues.add(JobType.FACE_RECOGNITION, user.id().value());
            });
        }
        return NOTHING;
    }
}
