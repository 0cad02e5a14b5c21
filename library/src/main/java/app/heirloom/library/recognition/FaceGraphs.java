package app.heirloom.library.recognition;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.recognition.gathering.FaceGraph;
import app.heirloom.library.recognition.gathering.FaceSample;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.UserId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The graph of each user's faces. It is built out of the database when it is first needed, never at start, and follows
 * the faces from then on. One thread at a time uses it; {@link #outdate} may be called by any.
 */
public final class FaceGraphs implements AutoCloseable {
    private static final int PORTION = 2_000;
    private static final FaceId BEGINNING = new FaceId(new UUID(0, 0));

    private final Supplier<FaceGraph> maker;
    private final RecognitionRepository recognition;
    private final ModelId model;
    private final Transactions transactions;
    private final Map<UserId, Followed> graphs = new ConcurrentHashMap<>();
    private final Set<UserId> outdated = ConcurrentHashMap.newKeySet();

    private record Followed(FaceGraph graph, Set<FaceId> faces) {}

    public FaceGraphs(
            Supplier<FaceGraph> maker, RecognitionRepository recognition, ModelId model, Transactions transactions) {
        this.maker = maker;
        this.recognition = recognition;
        this.model = model;
        this.transactions = transactions;
    }

    /** Faces of the user are gone. */
    public void outdate(UserId owner) {
        if (graphs.containsKey(owner)) {
            outdated.add(owner);
        }
    }

    /** The owner's graph, with the touched faces as they are now. */
    FaceGraph current(UserId owner, Collection<FaceId> touched) {
        Followed known = graphs.get(owner);
        if (known == null) {
            Followed built = build(owner);
            graphs.put(owner, built);
            return built.graph();
        }
        if (outdated.remove(owner)) {
            Set<FaceId> there = transactions.read(() -> recognition.listIds(owner, model));
            remove(
                    known,
                    known.faces().stream().filter(face -> !there.contains(face)).toList());
        }
        add(known, transactions.read(() -> recognition.listSamples(model, touched)));
        return known.graph();
    }

    private Followed build(UserId owner) {
        var followed = new Followed(maker.get(), new HashSet<>());
        List<FaceSample> portion = next(owner, BEGINNING);
        while (!portion.isEmpty()) {
            add(followed, portion);
            portion = next(owner, portion.getLast().id());
        }
        return followed;
    }

    private List<FaceSample> next(UserId owner, FaceId after) {
        return transactions.read(() -> recognition.listSamples(owner, model, after, PORTION));
    }

    private static void add(Followed followed, List<FaceSample> samples) {
        followed.graph().put(samples);
        samples.forEach(sample -> followed.faces().add(sample.id()));
    }

    private static void remove(Followed followed, List<FaceId> gone) {
        followed.graph().remove(gone);
        gone.forEach(followed.faces()::remove);
    }

    @Override
    public void close() {
        graphs.values().forEach(followed -> followed.graph().close());
        graphs.clear();
    }
}
