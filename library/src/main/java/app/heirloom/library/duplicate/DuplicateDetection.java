package app.heirloom.library.duplicate;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.embedding.PreviewPictures;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.likeness.Fingerprint;
import app.heirloom.library.transaction.Transactions;
import java.util.Optional;

/** The stage that finds out which other assets of its owner are the same as an asset. */
public final class DuplicateDetection implements JobHandler {
    private final FingerprintRepository fingerprints;
    private final PreviewPictures pictures;
    private final DuplicateGrouping grouping;
    private final JobQueues queues;
    private final Transactions transactions;

    public DuplicateDetection(
            FingerprintRepository fingerprints,
            PreviewPictures pictures,
            DuplicateGrouping grouping,
            JobQueues queues,
            Transactions transactions) {
        this.fingerprints = fingerprints;
        this.pictures = pictures;
        this.grouping = grouping;
        this.queues = queues;
        this.transactions = transactions;
    }

    @Override
    public Runnable handle(Job job) {
        AssetId id = new AssetId(job.subject());
        Optional<Candidate> found = transactions.read(() -> fingerprints.findCandidate(id));
        if (found.isEmpty()) {
            return NOTHING;
        }
        Candidate candidate = found.get().fingerprint().isPresent() ? found.get() : looked(found.get());
        DuplicateGrouping.Plan plan = grouping.planAround(candidate);
        return () -> {
            if (!grouping.apply(plan)) {
                queues.add(JobType.DUPLICATE_DETECTION, id.value());
            }
        };
    }

    /** The fingerprint is kept at once, so that whoever comes next finds it. */
    private Candidate looked(Candidate candidate) {
        Checksum content = candidate.asset().original().checksum();
        Optional<Fingerprint> fingerprint = pictures.find(candidate.id()).map(Fingerprint::of);
        fingerprint.ifPresent(made -> transactions.run(() -> fingerprints.save(content, made)));
        return new Candidate(candidate.asset(), fingerprint);
    }
}
