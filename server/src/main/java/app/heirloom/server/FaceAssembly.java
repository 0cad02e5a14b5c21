package app.heirloom.server;

import static app.heirloom.library.job.JobType.FACE_DETECTION;
import static app.heirloom.library.job.JobType.FACE_RECOGNITION;
import static app.heirloom.library.job.JobType.FACE_RECOGNITION_OF_ALL;
import static app.heirloom.library.job.JobType.FACE_REFRESH;
import static app.heirloom.library.job.JobType.FACE_REFRESH_OF_ALL;
import static app.heirloom.library.job.JobType.MISSING_FACES;
import static app.heirloom.library.job.JobType.MISSING_RECOGNITION;

import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.asset.event.AssetsDeleted;
import app.heirloom.library.asset.usage.AssetSurvey.Lack;
import app.heirloom.library.embedding.FrameReader;
import app.heirloom.library.embedding.RecentPictures;
import app.heirloom.library.face.FaceFinder;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.job.JobType;
import app.heirloom.library.person.Portraits;
import app.heirloom.library.pipeline.QueueFilling;
import app.heirloom.library.recognition.FaceGraphs;
import app.heirloom.library.recognition.FaceRecognition;
import app.heirloom.library.recognition.FaceSettings;
import app.heirloom.library.recognition.GatheredPeople;
import app.heirloom.library.recognition.PendingFaces;
import app.heirloom.library.recognition.RecognitionRound;
import app.heirloom.library.recognition.detection.FaceDetection;
import app.heirloom.library.recognition.detection.FaceLook;
import app.heirloom.library.recognition.detection.ShownFaces;
import app.heirloom.library.recognition.detection.VideoFaces;
import app.heirloom.library.recognition.gathering.GatheringSettings;
import app.heirloom.storage.sql.SqlStorage;
import java.util.Map;
import java.util.Optional;

/** Makes what finds faces and gathers them into people. */
final class FaceAssembly implements AutoCloseable {
    private final SqlStorage storage;
    private final BlobStore blobs;
    private final Work work;
    private final FaceModel model;
    private final FaceGraphs graphs;
    private final PendingFaces pending;

    /** What looks at faces, at which pictures, and how. */
    record FaceModel(
            RecognitionModels.Faces faces, RecentPictures pictures, FrameReader frames, FaceSettings settings) {
        FaceFinder finder() {
            return faces.finder();
        }

        GatheringSettings gathering() {
            return settings.gathering(finder().likeness());
        }

        /** What looks into videos; nothing does, unless that is wanted. */
        Optional<VideoFaces> videos() {
            return Optional.of(settings.frames())
                    .filter(sampling -> !sampling.isNone())
                    .map(sampling -> new VideoFaces(
                            frames, sampling, faces.graphs(), gathering().likeness()));
        }
    }

    FaceAssembly(SqlStorage storage, BlobStore blobs, FaceModel model, Work work) {
        this.storage = storage;
        this.blobs = blobs;
        this.work = work;
        this.model = model;
        var transactions = storage.transactions();
        var recognition = storage.recognition();
        this.graphs = new FaceGraphs(
                model.faces().graphs(), recognition, model.finder().model(), transactions);
        this.pending = new PendingFaces(recognition, graphs, work.queues(), transactions);
        work.events().subscribe(AssetsDeleted.class, deleted -> graphs.outdate(deleted.owner()));
    }

    PendingFaces pending() {
        return pending;
    }

    Map<JobType, JobHandler> handlers(Portraits portraits) {
        var transactions = storage.transactions();
        var detections = storage.detections();
        return Map.of(
                FACE_DETECTION,
                detection(portraits, false),
                FACE_REFRESH,
                detection(portraits, true),
                FACE_REFRESH_OF_ALL,
                filling((after, limit) -> storage.survey().list(Lack.OF_NOTHING, after, limit), FACE_REFRESH),
                MISSING_FACES,
                filling((after, limit) -> detections.listUnseen(model.finder().model(), after, limit), FACE_DETECTION),
                FACE_RECOGNITION,
                recognition(portraits),
                FACE_RECOGNITION_OF_ALL,
                new RecognitionRound(storage.users(), storage.recognition(), work.queues(), transactions, false),
                MISSING_RECOGNITION,
                new RecognitionRound(storage.users(), storage.recognition(), work.queues(), transactions, true));
    }

    /** Looks at what no model looked at yet: since there was none, or another one, or something went wrong. */
    void catchUp() {
        storage.transactions().run(pending::missed);
    }

    /** Gathers anew around the faces that are nobody's. */
    void gatherStrays() {
        storage.transactions().run(pending::strayed);
    }

    private JobHandler detection(Portraits portraits, boolean anew) {
        return new FaceDetection(
                new FaceDetection.Shelves(storage.assets(), blobs),
                storage.detections(),
                new FaceLook(
                        model.finder(),
                        model.pictures(),
                        model.settings().minimumScore().orElse(0.0),
                        model.videos()),
                new ShownFaces(storage.detections(), storage.faces(), portraits, pending),
                storage.transactions(),
                anew);
    }

    private JobHandler recognition(Portraits portraits) {
        var transactions = storage.transactions();
        return new FaceRecognition(
                storage.recognition(),
                graphs,
                new GatheredPeople(
                        new GatheredPeople.Rows(
                                storage.recognition(),
                                storage.persons(),
                                storage.faces(),
                                storage.journal(),
                                storage.resemblances()),
                        portraits,
                        transactions,
                        work.clock()),
                new FaceRecognition.Terms(model.finder().model(), model.gathering()),
                work.queues(),
                transactions);
    }

    private JobHandler filling(QueueFilling.Walk walk, JobType type) {
        return new QueueFilling(walk, work.queues(), storage.transactions(), type);
    }

    @Override
    public void close() {
        graphs.close();
    }
}
