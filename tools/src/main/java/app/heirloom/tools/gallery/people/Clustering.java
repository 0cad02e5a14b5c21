package app.heirloom.tools.gallery.people;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.gallery.GalleryFace;
import app.heirloom.library.gallery.GalleryPersonId;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.recognition.PeoplePlan;
import app.heirloom.library.recognition.PeoplePlan.Move;
import app.heirloom.library.recognition.RecognitionRepository.Standing;
import app.heirloom.library.recognition.gathering.FaceGraph;
import app.heirloom.library.recognition.gathering.FaceSample;
import app.heirloom.library.recognition.gathering.Gathering;
import app.heirloom.tools.gallery.people.ClusterSettings.Scope;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Gathers all faces of a database into people. What comes out depends on which faces there are, not on how many runs of
 * the index, or in which order, brought them.
 */
public final class Clustering {
    private static final int PORTION = 2_000;

    private final PeopleShelves shelves;
    private final FaceGraph graph;
    private final ClusterSettings settings;
    private final Map<FaceId, Standing> standings = new LinkedHashMap<>();

    /** @param graph empty; of the settings' likeness */
    public Clustering(PeopleShelves shelves, FaceGraph graph, ClusterSettings settings) {
        this.shelves = shelves;
        this.graph = graph;
        this.settings = settings;
    }

    /**
     * What a run did.
     *
     * @param faces that were compared
     * @param added people who are new
     * @param assigned faces that became somebody's, or somebody else's
     * @param released faces that are nobody's any more
     * @param alone faces that are nobody's
     */
    public record Summary(long faces, int added, long assigned, long released, long alone) {}

    /** Gathers, and writes all of what comes out or nothing; once for each object. */
    public Summary run() {
        read();
        Gathering gathering = graph.gather(new HandTies(standings).list(), settings.gathering());
        Set<PersonId> said = standings.values().stream()
                .filter(Standing::confirmed)
                .map(Standing::person)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        PeoplePlan plan = PeoplePlan.of(
                gathering, standings, said::contains, settings.gathering().leastFaces());
        shelves.transactions().run(() -> write(plan));
        long released = plan.moves().stream().filter(move -> move.to() == null).count();
        return new Summary(
                standings.size(),
                plan.added().size(),
                plan.moves().size() - released,
                released,
                gathering.alone().size());
    }

    private void read() {
        List<GalleryFace> portion = next(0);
        while (!portion.isEmpty()) {
            List<GalleryFace> taken = portion.stream().filter(this::isTaken).toList();
            graph.put(taken.stream().map(Clustering::sample).toList());
            taken.forEach(face -> standings.put(idOf(face), standing(face)));
            portion = next(portion.getLast().detection().number());
        }
    }

    private List<GalleryFace> next(long after) {
        return shelves.transactions().read(() -> shelves.people().listFaces(settings.model(), after, PORTION));
    }

    private boolean isTaken(GalleryFace face) {
        return settings.scope() != Scope.UNASSIGNED_ALONE || face.person() == null;
    }

    /** What may not move counts as said by hand. */
    private Standing standing(GalleryFace face) {
        GalleryPersonId person = face.person();
        return person == null
                ? new Standing(null, false)
                : new Standing(
                        new PersonId(new UUID(0, person.value())), face.byHand() || settings.scope() != Scope.ALL);
    }

    /** Of a content rather than an asset: no two faces on it are one person's either. */
    private static FaceSample sample(GalleryFace face) {
        return new FaceSample(
                idOf(face),
                new AssetId(idOf(face.content())),
                face.detection().sighting().embedding(),
                face.detection().sighting().quality(),
                Instant.EPOCH);
    }

    private static FaceId idOf(GalleryFace face) {
        return new FaceId(new UUID(0, face.detection().number()));
    }

    private static UUID idOf(Checksum content) {
        ByteBuffer bytes = ByteBuffer.wrap(content.bytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private void write(PeoplePlan plan) {
        Map<PersonId, GalleryPersonId> people = new HashMap<>();
        for (PersonId person : plan.people()) { // in their order, so that equal faces give equal numbers
            if (person != null) {
                people.computeIfAbsent(
                        person,
                        id -> plan.added().contains(id)
                                ? shelves.people().add()
                                : new GalleryPersonId(id.value().getLeastSignificantBits()));
            }
        }
        for (Move move : plan.moves()) {
            long detection = move.face().value().getLeastSignificantBits();
            GalleryPersonId to = move.to() == null ? null : people.get(move.to());
            if (to == null) {
                shelves.people().release(detection);
            } else {
                shelves.people().assign(detection, to);
            }
        }
        shelves.people().removeForsaken();
    }
}
