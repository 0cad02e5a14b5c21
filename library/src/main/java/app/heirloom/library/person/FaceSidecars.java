package app.heirloom.library.person;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;

/** Has sidecars written anew where owners said something of faces, in the surrounding write. */
public final class FaceSidecars {
    private final FaceRepository faces;
    private final JobQueues queues;

    public FaceSidecars(FaceRepository faces, JobQueues queues) {
        this.faces = faces;
        this.queues = queues;
    }

    void changed(AssetId asset) {
        queues.add(JobType.SIDECAR_WRITING, asset.value());
    }

    /** The person's name, or that it has one, or which are its faces. */
    void changed(PersonId person) {
        faces.listConfirmed(person).forEach(this::changed);
    }
}
