package app.heirloom.vectors.face;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.face.FaceQuality;
import app.heirloom.library.person.profile.Birth;
import app.heirloom.library.recognition.gathering.GatheringSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers faces that are connected with each other, over others in between. First those are linked that are good enough;
 * then what is left over joins, face by face, without changing what it joins.
 */
final class ComponentGathering {
    /** How many faces one must have to be joined. */
    private static final int SOMEBODY = 2;

    private final List<Face> faces;
    private final Knots knots;
    private final GatheringSettings settings;
    private final Likeness likeness;
    private final Map<AssetId, Integer> photos = new HashMap<>();
    private final Set<Integer> groupPhotos = new HashSet<>();
    private final Map<Face, Cluster> clusters = new HashMap<>();

    /** A face and the cluster it would join. */
    private record Wish(Face face, int order, Cluster cluster, double score) {
        static final Comparator<Wish> BEST_FIRST = Comparator.comparingDouble(Wish::score)
                .reversed()
                .thenComparingInt(Wish::order)
                .thenComparingInt(wish -> wish.cluster.order());
    }

    ComponentGathering(Collection<Face> faces, Knots knots, GatheringSettings settings) {
        this.faces = faces.stream().sorted(Face.CANONICAL).toList();
        this.knots = knots;
        this.settings = settings;
        this.likeness = new Likeness(settings.likeness());
        for (Face face : this.faces) {
            Integer known = photos.putIfAbsent(face.sample().asset(), photos.size());
            if (known != null) {
                groupPhotos.add(known);
            }
        }
    }

    People run() {
        for (int i = 0; i < faces.size(); i++) {
            Face face = faces.get(i);
            boolean isTied = !knots.bundles(face.sample().id()).isEmpty();
            if (isTied || isGood(face.sample().quality())) {
                clusters.put(face, new Cluster(face, i, marks(face)));
            }
        }
        tie();
        link();
        putOut();
        join();
        return People.of(faces, clusters, settings);
    }

    private boolean isGood(FaceQuality quality) {
        FaceQuality least = settings.least();
        return quality.shortSide() >= least.shortSide()
                && quality.sharpness() >= least.sharpness()
                && quality.frontality() >= least.frontality()
                && quality.score() >= least.score();
    }

    private Set<Long> marks(Face face) {
        var marks = new HashSet<>(knots.marks(face.sample().id()));
        int photo = photos.getOrDefault(face.sample().asset(), 0);
        if (groupPhotos.contains(photo)) {
            marks.add(Knots.photo(photo));
        }
        return marks;
    }

    private void tie() {
        Map<Integer, Cluster> bundles = new HashMap<>();
        for (Face face : faces) {
            for (int bundle : knots.bundles(face.sample().id())) {
                Cluster cluster = cluster(face);
                cluster.tie();
                Birth birth = knots.birth(face.sample().id());
                if (birth != null) {
                    cluster.bear(birth);
                }
                Cluster tied =
                        bundles.computeIfAbsent(bundle, number -> cluster).whole();
                if (tied != cluster) {
                    tied.absorb(cluster);
                }
            }
        }
    }

    private void link() {
        var linkage = new Linkage(likeness);
        for (Face face : faces) {
            Neighbors neighbors = face.neighbors();
            for (int i = 0; i < neighbors.count() && clusters.containsKey(face); i++) {
                Face other = neighbors.face(i);
                boolean isMutual = other.neighbors().contains(face);
                boolean isTheirTurn = isMutual && Face.CANONICAL.compare(other, face) < 0;
                if (clusters.containsKey(other) && !isTheirTurn) {
                    linkage.consider(cluster(face), cluster(other));
                }
            }
        }
        linkage.run(clusters.values());
    }

    /** Faces from before the birth of whom they were linked to may join somebody else. */
    private void putOut() {
        clusters.entrySet()
                .removeIf(entry -> entry.getValue().whole().precedes(entry.getKey())
                        && knots.bundles(entry.getKey().sample().id()).isEmpty());
    }

    private void join() {
        var wishes = new ArrayList<Wish>();
        for (int order = 0; order < faces.size(); order++) {
            Face face = faces.get(order);
            if (!clusters.containsKey(face)
                    || (cluster(face).size() < SOMEBODY && !cluster(face).isTied())) {
                wishes.addAll(wishes(face, order));
            }
        }
        wishes.sort(Wish.BEST_FIRST);
        Set<Face> joined = new HashSet<>();
        for (Wish wish : wishes) {
            Set<Long> marks = marks(wish.face);
            if (!joined.contains(wish.face) && !wish.cluster.clashes(wish.face, marks)) {
                wish.cluster.join(marks);
                clusters.put(wish.face, wish.cluster);
                joined.add(wish.face);
            }
        }
    }

    private List<Wish> wishes(Face face, int order) {
        Set<Cluster> around = new HashSet<>();
        for (int i = 0; i < face.neighbors().count(); i++) {
            Face neighbor = face.neighbors().face(i);
            if (clusters.containsKey(neighbor)) {
                around.add(cluster(neighbor));
            }
        }
        return around.stream()
                .filter(cluster -> cluster.size() >= SOMEBODY)
                .map(cluster -> new Wish(face, order, cluster, likeness.between(face, cluster)))
                .filter(wish -> wish.score >= 1)
                .toList();
    }

    private Cluster cluster(Face face) {
        Cluster cluster = clusters.get(face);
        if (cluster == null) {
            throw new IllegalStateException("a face that is not good enough has no cluster");
        }
        return cluster.whole();
    }
}
