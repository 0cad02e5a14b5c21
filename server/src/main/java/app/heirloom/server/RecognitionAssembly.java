package app.heirloom.server;

import app.heirloom.immich.Library;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.embedding.PreviewPictures;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.job.JobType;
import app.heirloom.library.job.Queue;
import app.heirloom.library.person.FaceDecisions;
import app.heirloom.library.person.FaceSidecars;
import app.heirloom.library.person.FaceWatch;
import app.heirloom.library.person.Portraits;
import app.heirloom.library.person.journal.PersonMerge;
import app.heirloom.library.recognition.PeopleHistory;
import app.heirloom.library.recognition.PersonReview;
import app.heirloom.library.recognition.RecognitionConsent;
import app.heirloom.media.Media;
import app.heirloom.server.nightly.NightlyTask;
import app.heirloom.storage.sql.SqlStorage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes what works with models, as far as there are any; all else is absent from the pipeline. */
final class RecognitionAssembly implements AutoCloseable {
    private static final Set<Queue> OF_MODELS =
            EnumSet.of(Queue.FACE_DETECTION, Queue.FACIAL_RECOGNITION, Queue.SMART_SEARCH, Queue.OCR);

    private final SqlStorage storage;
    private final Work work;
    private final Portraits portraits;
    private final FaceWatch watch;
    private final FaceDecisions decisions;
    private final RecognitionModels models;
    private final Optional<FaceAssembly> faces;
    private final PictureAssembly looks;

    RecognitionAssembly(SqlStorage storage, BlobStore blobs, Media media, RecognitionModels models, Work work) {
        this.storage = storage;
        this.work = work;
        this.models = models;
        var pictures = models.pictures(media.pictures());
        this.portraits = new Portraits(
                storage.persons(), storage.faces(), work.queues(), storage.transactions(), work.events(), work.clock());
        this.looks = new PictureAssembly(
                storage, new PreviewPictures(storage.assets(), blobs, pictures, storage.transactions()), models, work);
        this.faces = models.faces()
                .map(found -> new FaceAssembly.FaceModel(found, pictures, media.frames(), models.settings()))
                .map(model -> new FaceAssembly(storage, blobs, model, work));
        this.watch = faces.<FaceWatch>map(FaceAssembly::pending).orElse(FaceWatch.NONE);
        this.decisions =
                new FaceDecisions(storage.faces(), portraits, watch, new FaceSidecars(storage.faces(), work.queues()));
    }

    Portraits portraits() {
        return portraits;
    }

    FaceDecisions decisions() {
        return decisions;
    }

    Library.Recognised recognised() {
        return looks.recognised();
    }

    /** What users have to say to it. */
    Library.Recognition library(PersonMerge merging) {
        var transactions = storage.transactions();
        var persons = storage.persons();
        return new Library.Recognition(
                new RecognitionConsent(storage.detections(), storage.recognition(), persons, watch, transactions),
                new PersonReview(storage.resemblances(), persons, decisions, merging, transactions),
                new PeopleHistory(
                        storage.journal(), persons, storage.recognition(), decisions, transactions, work.clock()));
    }

    Map<JobType, JobHandler> handlers() {
        var handlers = new EnumMap<JobType, JobHandler>(JobType.class);
        faces.ifPresent(assembly -> handlers.putAll(assembly.handlers(portraits)));
        handlers.putAll(looks.handlers());
        return handlers;
    }

    /** What nobody here can do for want of a model. */
    Set<JobType> absent() {
        var absent = EnumSet.noneOf(JobType.class);
        Arrays.stream(JobType.values())
                .filter(type -> OF_MODELS.contains(type.queue()))
                .forEach(absent::add);
        absent.removeAll(handlers().keySet());
        return absent;
    }

    Library.Abilities abilities() {
        return new Library.Abilities(
                faces.isPresent(),
                models.settings().minimumFaces(),
                looks.searches(),
                looks.reads(),
                /* duplicates= */ true,
                models.absences());
    }

    List<NightlyTask> nightlyTasks() {
        List<NightlyTask> tasks = new ArrayList<>(looks.nightlyTasks());
        faces.ifPresent(assembly -> {
            tasks.add(new NightlyTask("missed faces", assembly::catchUp));
            tasks.add(new NightlyTask("faces of nobody", assembly::gatherStrays));
        });
        return tasks;
    }

    /** What was missed while there was no model, or another one. */
    void catchUp() {
        faces.ifPresent(FaceAssembly::catchUp);
        looks.catchUp();
    }

    @Override
    public void close() {
        faces.ifPresent(FaceAssembly::close);
        looks.close();
    }
}
