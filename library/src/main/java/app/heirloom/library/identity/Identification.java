package app.heirloom.library.identity;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.identity.Coverage.Covered;
import app.heirloom.library.identity.Identified.Counts;
import app.heirloom.library.identity.picture.FaceKey;
import app.heirloom.library.identity.picture.PicturedFace;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.recognition.gathering.FaceGraph;
import app.heirloom.library.recognition.gathering.FaceSample;
import app.heirloom.library.recognition.gathering.Ties;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells which sets the faces of a user belong to, and makes new sets of the rest. It goes on until no further set comes
 * out, so that a second run over the same faces changes nothing. Once for each object.
 */
public final class Identification {
    private static final Comparator<Refinement> LARGEST_FIRST = Comparator.comparingInt(
                    (Refinement group) -> group.faces().size())
            .reversed()
            .thenComparing(group -> group.faces().getFirst().key());

    private final String owner;
    private final ModelId model;
    private final IdentityTerms terms;
    private final FaceGraph graph;

    private final NavigableMap<Integer, IdentitySet> canonical = new TreeMap<>();
    private final NavigableMap<Integer, IdentitySet> thin = new TreeMap<>();
    private final Map<FaceKey, Integer> thinFaces = new HashMap<>();
    private final Map<Integer, Set<String>> pictures = new HashMap<>();
    private final NavigableMap<Integer, Integer> covered = new TreeMap<>();
    private final NavigableMap<Integer, IdentitySet> grown = new TreeMap<>();
    private final NavigableMap<Integer, IdentitySet> founded = new TreeMap<>();
    private final NavigableMap<Integer, Integer> absorbed = new TreeMap<>();
    private final Map<FaceId, PicturedFace> rest = new LinkedHashMap<>();
    private final List<IdentitySet> foreign;
    private int last;

    /**
     * @param owner whose faces these are
     * @param graph empty; of at most the terms' likeness, which is one minus their distance
     */
    public Identification(String owner, ModelId model, IdentityTerms terms, KnownSets known, FaceGraph graph) {
        this.owner = owner;
        this.model = model;
        this.terms = terms;
        this.graph = graph;
        this.foreign = known.foreign();
        this.last = known.last();
        known.canonical().forEach(set -> {
            canonical.put(set.number(), set);
            covered.put(set.number(), 0);
            occupy(set);
        });
        known.foreign().forEach(set -> covered.put(set.number(), 0));
        known.thin().forEach(set -> {
            thin.put(set.number(), set);
            set.keys().forEach(face -> thinFaces.put(face, set.number()));
        });
    }

    /** Over all faces of the user, in any order. */
    public Identified run(Collection<PicturedFace> faces) {
        Map<FaceKey, Integer> members = new HashMap<>();
        canonical.values().forEach(set -> set.keys().forEach(face -> members.put(face, set.number())));
        Set<FaceKey> doubles = Doubles.among(faces, members.keySet());
        long known = 0;
        long poor = 0;
        List<PicturedFace> fresh = new ArrayList<>();
        for (PicturedFace face : faces) {
            Integer set = members.get(face.key());
            if (set != null) {
                known++;
                covered.merge(set, 1, Integer::sum);
            } else if (terms.isGood(face.quality()) && !doubles.contains(face.key())) {
                fresh.add(face);
            } else {
                poor++;
            }
        }
        fresh.sort(Comparator.comparing(PicturedFace::key));
        fresh.forEach(face -> rest.put(new FaceId(new UUID(0, rest.size())), face));
        long foreignFaces = coverByAll();
        long joined = fresh.size() - rest.size() - foreignFaces;
        graph.put(rest.entrySet().stream().map(Identification::sample).toList());
        long remaining = rest.size();
        while (found()) {
            coverBy(founded.values());
        }
        var counts = new Counts(known, joined, foreignFaces, remaining - rest.size(), poor, rest.size());
        return new Identified(List.copyOf(founded.values()), List.copyOf(grown.values()), absorbed, covered, counts);
    }

    private static FaceSample sample(Map.Entry<FaceId, PicturedFace> face) {
        String sha256 = face.getValue().picture().sha256();
        var picture = new AssetId(new UUID(
                Long.parseUnsignedLong(sha256.substring(0, 16), 16),
                Long.parseUnsignedLong(sha256.substring(16, 32), 16)));
        return new FaceSample(
                face.getKey(),
                picture,
                face.getValue().embedding(),
                face.getValue().quality(),
                Instant.EPOCH);
    }

    /** How many are covered by other users' sets. */
    private long coverByAll() {
        List<IdentitySet> all = Stream.concat(canonical.values().stream(), foreign.stream())
                .sorted(Comparator.comparingInt(IdentitySet::number))
                .toList();
        List<Map.Entry<FaceId, Covered>> foreigners = new ArrayList<>();
        List<Map.Entry<FaceId, Covered>> own = new ArrayList<>();
        for (Map.Entry<FaceId, Covered> found : nearest(all)) {
            (canonical.containsKey(found.getValue().set()) ? own : foreigners).add(found);
        }
        foreigners.forEach(found -> rest.remove(found.getKey()));
        List<Map.Entry<FaceId, Covered>> joined = join(own, canonical, grown);
        Stream.concat(foreigners.stream(), joined.stream())
                .forEach(found -> covered.merge(found.getValue().set(), 1, Integer::sum));
        return foreigners.size();
    }

    /** After a round. */
    private void coverBy(Collection<IdentitySet> sets) {
        graph.remove(join(nearest(sets), founded, founded).stream()
                .map(Map.Entry::getKey)
                .toList());
    }

    /** What is covered, the nearest first. */
    private List<Map.Entry<FaceId, Covered>> nearest(Collection<IdentitySet> sets) {
        var coverage = new Coverage(sets, terms.coverage());
        return rest.entrySet().parallelStream()
                .flatMap(face ->
                        coverage.nearest(face.getValue()).map(found -> Map.entry(face.getKey(), found)).stream())
                .sorted(Comparator.comparingDouble((Map.Entry<FaceId, Covered> found) ->
                                found.getValue().distance())
                        .thenComparing(found -> found.getValue().face().key()))
                .toList();
    }

    /** Those that could join their set: no two faces on one picture are one person's. */
    private List<Map.Entry<FaceId, Covered>> join(
            List<Map.Entry<FaceId, Covered>> found, Map<Integer, IdentitySet> from, Map<Integer, IdentitySet> to) {
        List<Map.Entry<FaceId, Covered>> joining = found.stream()
                .filter(face -> pictures.computeIfAbsent(face.getValue().set(), any -> new HashSet<>())
                        .add(face.getValue().face().picture().sha256()))
                .toList();
        joining.stream()
                .map(Map.Entry::getValue)
                .collect(Collectors.groupingBy(
                        Covered::set,
                        TreeMap::new,
                        Collectors.groupingBy(
                                Covered::anchor,
                                LinkedHashMap::new,
                                Collectors.mapping(Covered::face, Collectors.toList()))))
                .forEach((number, byAnchor) -> {
                    IdentitySet set = Objects.requireNonNull(from.get(number));
                    for (Map.Entry<Anchor, List<PicturedFace>> some : byAnchor.entrySet()) {
                        set = set.joinedBy(some.getValue(), some.getKey());
                    }
                    to.put(number, set);
                });
        joining.forEach(face -> rest.remove(face.getKey()));
        return joining;
    }

    /** Whether there are new sets, or thin ones that grew. */
    private boolean found() {
        List<Refinement> groups = graph.gather(Ties.NONE, terms.gathering()).groups().stream()
                .map(group -> Refinement.of(
                        group.stream()
                                .map(rest::get)
                                .map(Objects::requireNonNull)
                                .toList(),
                        terms.outlier()))
                .filter(group -> group.faces().size() >= terms.minimum())
                .sorted(LARGEST_FIRST)
                .toList();
        Set<FaceKey> taken = new HashSet<>();
        for (Refinement group : groups) {
            group.faces().forEach(face -> taken.add(face.key()));
            place(group);
        }
        List<FaceId> placed = rest.entrySet().stream()
                .filter(face -> taken.contains(face.getValue().key()))
                .map(Map.Entry::getKey)
                .toList();
        placed.forEach(rest::remove);
        graph.remove(placed);
        return !groups.isEmpty();
    }

    /** A group with faces of thin sets is the first of these, and takes over the others. */
    private void place(Refinement group) {
        List<IdentitySet> before = group.faces().stream()
                .map(face -> thinFaces.get(face.key()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(thin::remove)
                .filter(Objects::nonNull)
                .toList();
        if (before.isEmpty()) {
            IdentitySet set = IdentitySet.founded(++last, owner, model, group);
            founded.put(set.number(), set);
            occupy(set);
            return;
        }
        IdentitySet old = before.getFirst();
        IdentitySet set = old;
        for (IdentitySet other : before.subList(1, before.size())) {
            set = set.merged(other);
            absorbed.put(other.number(), old.number());
        }
        set = set.joinedBy(group.faces(), old.anchors().getFirst());
        if (set.faces().size() > old.faces().size()) {
            grown.put(set.number(), set);
        }
        occupy(set);
    }

    private void occupy(IdentitySet set) {
        Set<String> occupied = pictures.computeIfAbsent(set.number(), any -> new HashSet<>());
        set.faces().forEach(face -> occupied.add(face.key().picture()));
    }
}
