package app.heirloom.storage.recognition;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetFile;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.Original;
import app.heirloom.library.asset.access.AssetAccess;
import app.heirloom.library.asset.appearance.Appearance;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.blob.Draft;
import app.heirloom.library.embedding.FrameSampling;
import app.heirloom.library.embedding.RecentPictures;
import app.heirloom.library.event.Events;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.job.JobId;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.person.Face;
import app.heirloom.library.person.FaceDecisions;
import app.heirloom.library.person.FaceSidecars;
import app.heirloom.library.person.People;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.Portraits;
import app.heirloom.library.person.journal.PersonMerge;
import app.heirloom.library.person.tagging.FaceTagging;
import app.heirloom.library.recognition.FaceGraphs;
import app.heirloom.library.recognition.FaceRecognition;
import app.heirloom.library.recognition.GatheredPeople;
import app.heirloom.library.recognition.PendingFaces;
import app.heirloom.library.recognition.PeopleHistory;
import app.heirloom.library.recognition.PersonReview;
import app.heirloom.library.recognition.RecognitionConsent;
import app.heirloom.library.recognition.RecognitionRound;
import app.heirloom.library.recognition.detection.FaceDetection;
import app.heirloom.library.recognition.detection.FaceLook;
import app.heirloom.library.recognition.detection.ShownFaces;
import app.heirloom.library.recognition.detection.VideoFaces;
import app.heirloom.library.recognition.gathering.GatheringSettings;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.User;
import app.heirloom.storage.files.FileBlobStore;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A library whose photos are painted faces, and what finds and gathers them, one job at a time. */
final class RecognitionWorld implements AutoCloseable {
    private static final Dimensions SIZE = new Dimensions(400, 100);

    final SqlStorage storage;
    final Transactions transactions;
    final JobQueues queues;
    final PaintedFaces finder;
    final Caller ann;
    final People people;
    final FaceTagging tagging;
    final PersonMerge merge;
    final PersonReview review;
    final PeopleHistory history;
    final RecognitionConsent consent;
    private final FileBlobStore blobs;
    private final FaceGraphs graphs;
    private final FaceRecognition recognition;
    private final ShownFaces shown;
    private final FaceLook look;

    RecognitionWorld(SqlStorage storage, Path folder, PaintedFaces finder, Caller caller) {
        this.storage = storage;
        this.finder = finder;
        this.ann = caller;
        this.transactions = storage.transactions();
        this.blobs = FileBlobStore.open(folder);
        var events = new Events();
        var clock = InstantSource.system();
        this.queues = new JobQueues(storage.jobs(), transactions, events);
        var portraits = new Portraits(storage.persons(), storage.faces(), queues, transactions, events, clock);
        this.graphs = new FaceGraphs(SimpleFaceGraph::new, storage.recognition(), finder.model(), transactions);
        var pending = new PendingFaces(storage.recognition(), graphs, queues, transactions);
        var rows = new GatheredPeople.Rows(
                storage.recognition(), storage.persons(), storage.faces(), storage.journal(), storage.resemblances());
        this.recognition = new FaceRecognition(
                storage.recognition(),
                graphs,
                new GatheredPeople(rows, portraits, transactions, clock),
                new FaceRecognition.Terms(finder.model(), new GatheringSettings(finder.likeness(), 3)),
                queues,
                transactions);
        this.shown = new ShownFaces(storage.detections(), storage.faces(), portraits, pending);
        this.look = new FaceLook(
                finder,
                new RecentPictures(PaintedFaces::read, 1440, 4),
                0.5,
                Optional.of(new VideoFaces(
                        PaintedFaces::readFrames, new FrameSampling(60), SimpleFaceGraph::new, finder.likeness())));
        var decisions =
                new FaceDecisions(storage.faces(), portraits, pending, new FaceSidecars(storage.faces(), queues));
        var access = new AssetAccess(storage.assets(), List.of(), transactions);
        this.people = new People(storage.persons(), storage.faces(), decisions, access, transactions, clock);
        this.tagging = new FaceTagging(storage.persons(), storage.faces(), decisions, access, transactions);
        this.merge = new PersonMerge(storage.persons(), storage.journal(), decisions, transactions, clock);
        this.review = new PersonReview(storage.resemblances(), storage.persons(), decisions, merge, transactions);
        this.history = new PeopleHistory(
                storage.journal(), storage.persons(), storage.recognition(), decisions, transactions, clock);
        this.consent = new RecognitionConsent(
                storage.detections(), storage.recognition(), storage.persons(), pending, transactions);
    }

    static Caller user(SqlStorage storage) {
        User user = Samples.addUser(storage);
        return new Caller(user, new Caller.Credential.OfSession(Samples.sessionOfNobody(), false));
    }

    /** An asset whose content is the look and who is on it, with its preview; nobody looked at it yet. */
    Asset add(Caller owner, int look, int... persons) {
        return add(owner, 2024, look, persons);
    }

    /** The same, taken in that year. */
    Asset addOf(int year, int look, int person) {
        return add(ann, year, look, new int[] {person});
    }

    private Asset add(Caller owner, int year, int look, int[] persons) {
        int content = 31 * look + List.of(persons.length, persons[0]).hashCode();
        Asset asset = Samples.asset(owner.id(), content, look + ".jpg", LocalDateTime.of(year, 5, 1, 12, 0));
        return add(asset, PaintedFaces.paint(look, persons));
    }

    /** A video that shows one of the pictures after the other, a second each, with its preview. */
    Asset addVideo(byte[] preview, byte[]... frames) {
        Asset photo =
                Samples.asset(ann.id(), Arrays.deepHashCode(frames), "a.mp4", LocalDateTime.of(2024, 5, 1, 12, 0));
        BlobKey key = blobs.keyOf(ann.id(), photo.id() + ".mp4");
        try (Draft draft = blobs.draft(key)) {
            PaintedFaces.writeFrames(draft.path(), frames);
            draft.publish();
        }
        var original = new Original("a.mp4", AssetType.VIDEO, photo.original().checksum(), 1_000, key);
        return add(
                new Asset(photo.id(), photo.owner(), original, photo.times(), photo.appearance(), photo.state()),
                preview);
    }

    /** The same video, of which other moments are looked at. */
    void replaceFrames(Asset video, byte[]... frames) {
        PaintedFaces.writeFrames(blobs.locate(video.original().key()), frames);
    }

    private Asset add(Asset bare, byte[] preview) {
        Asset asset = bare.withAppearance(new Appearance(SIZE, null, null));
        transactions.run(() -> {
            storage.assets().add(asset);
            storage.assets().save(asset);
        });
        BlobKey key = blobs.keyOf(asset, FileKind.PREVIEW, "jpeg");
        try (Draft draft = blobs.draft(key)) {
            Files.write(draft.path(), preview);
            long size = draft.publish();
            transactions.run(() -> storage.assets().saveFile(new AssetFile(asset.id(), FileKind.PREVIEW, key, size)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return asset;
    }

    void detect(Asset asset) {
        run(detection(false), JobType.FACE_DETECTION, asset.id().value());
    }

    void detectAgain(Asset asset) {
        run(detection(true), JobType.FACE_REFRESH, asset.id().value());
    }

    void recognize() {
        run(recognition, JobType.FACE_RECOGNITION, ann.id().value());
    }

    void forgetWhatWasTouched() {
        transactions.run(() -> storage.recognition()
                .findTouched(ann.id())
                .ifPresent(touched -> storage.recognition().settle(ann.id(), touched.until())));
    }

    /** As every night. */
    void gatherStrays() {
        var round = new RecognitionRound(
                storage.users(), storage.recognition(), queues, transactions, /* onlyOfNobody= */ true);
        run(round, JobType.MISSING_RECOGNITION, new UUID(0, 0));
    }

    private FaceDetection detection(boolean anew) {
        return new FaceDetection(
                new FaceDetection.Shelves(storage.assets(), blobs),
                storage.detections(),
                look,
                shown,
                transactions,
                anew);
    }

    private void run(JobHandler handler, JobType type, UUID subject) {
        try {
            transactions.run(handler.handle(new Job(new JobId(1), type, subject, 1, 0)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    List<Face> faces(Asset asset) {
        return transactions.read(() -> storage.faces().list(asset.id()));
    }

    PersonId person(Asset asset) {
        return Objects.requireNonNull(faces(asset).getFirst().person(), "a face of nobody");
    }

    /** The people that the owner is told of. */
    List<Person> people() {
        return transactions.read(() -> storage.persons().page(ann.id(), true, 0, 100));
    }

    /** Which assets' first faces are one person's, and which are nobody's; ids left out. */
    List<List<String>> partition(Map<String, Asset> photos) {
        Map<String, List<String>> byPerson = photos.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .collect(Collectors.groupingBy(
                        entry -> Objects.toString(
                                faces(entry.getValue()).getFirst().person()),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        var nobody = byPerson.remove("null");
        var groups = new ArrayList<>(byPerson.values());
        groups.sort((one, other) -> one.getFirst().compareTo(other.getFirst()));
        groups.add(nobody == null ? List.of() : nobody);
        return groups;
    }

    @Override
    public void close() {
        graphs.close();
        blobs.close();
    }
}
