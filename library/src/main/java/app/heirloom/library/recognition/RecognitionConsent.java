package app.heirloom.library.recognition;

import app.heirloom.library.person.FaceWatch;
import app.heirloom.library.person.PersonRepository;
import app.heirloom.library.recognition.detection.DetectionRepository;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import app.heirloom.library.user.UserId;

/** Whether faces are looked for in a user's photos, as the user says. */
public final class RecognitionConsent {
    private final DetectionRepository detections;
    private final RecognitionRepository recognition;
    private final PersonRepository persons;
    private final FaceWatch watch;
    private final Transactions transactions;

    public RecognitionConsent(
            DetectionRepository detections,
            RecognitionRepository recognition,
            PersonRepository persons,
            FaceWatch watch,
            Transactions transactions) {
        this.detections = detections;
        this.recognition = recognition;
        this.persons = persons;
        this.watch = watch;
        this.transactions = transactions;
    }

    public boolean isGiven(Caller caller) {
        caller.require(Permission.PERSON_READ);
        return !transactions.read(() -> detections.isRefused(caller.id()));
    }

    /** From now on faces are looked for, in what was missed too. */
    public void give(Caller caller) {
        caller.require(Permission.PERSON_UPDATE);
        transactions.run(() -> {
            detections.permit(caller.id());
            watch.missed();
        });
    }

    /**
     * From now on no face is looked for.
     *
     * @param forgets whether what was found goes too: embeddings, faces that nobody named, and people made of them
     */
    public void refuse(Caller caller, boolean forgets) {
        caller.require(Permission.PERSON_UPDATE);
        transactions.run(() -> {
            detections.refuse(caller.id());
            if (forgets) {
                forget(caller.id());
            }
        });
    }

    private void forget(UserId owner) {
        detections.forget(owner);
        recognition.listForsaken(owner).forEach(persons::remove);
        watch.gone(owner);
    }
}
