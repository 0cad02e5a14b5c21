package app.heirloom.vectors.face;

import app.heirloom.library.person.FaceId;
import app.heirloom.library.recognition.gathering.FaceGraph;
import app.heirloom.library.recognition.gathering.FaceSample;
import app.heirloom.library.recognition.gathering.Gathering;
import app.heirloom.library.recognition.gathering.GatheringSettings;
import app.heirloom.library.recognition.gathering.Ties;
import app.heirloom.vectors.Panel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The faces in memory, each with its nearest neighbours, which are found by comparing all with all; so they are exact, and
 * the same in whatever order the faces came.
 */
public final class NeighborFaceGraph implements FaceGraph {
    private final float least;
    private final Comparison comparison;
    private final List<Face> faces = new ArrayList<>();
    private final Map<FaceId, Integer> places = new HashMap<>();

    /** @param least cosine similarity below which faces are no neighbours; gathering asks for no less */
    public NeighborFaceGraph(double least) {
        this.least = (float) least;
        this.comparison = new Comparison(this.least);
    }

    @Override
    public synchronized void put(Collection<FaceSample> samples) {
        Map<FaceId, Face> fresh = LinkedHashMap.newLinkedHashMap(samples.size());
        for (FaceSample sample : samples) {
            var face = new Face(sample);
            if (!faces.isEmpty() && faces.getFirst().vector().length != face.vector().length) {
                throw new IllegalArgumentException("embeddings of different sizes do not compare");
            }
            fresh.put(sample.id(), face);
        }
        remove(fresh.keySet());
        List<Face> all = List.copyOf(fresh.values());
        for (int from = 0; from < all.size(); from += Panel.WIDTH) {
            putSome(all.subList(from, Math.min(from + Panel.WIDTH, all.size())));
        }
    }

    private void putSome(List<Face> fresh) {
        comparison.compare(fresh, faces, NeighborFaceGraph::link);
        for (Face face : fresh) {
            places.put(face.sample().id(), faces.size());
            faces.add(face);
        }
        Map<Face, Integer> order = new HashMap<>();
        fresh.forEach(face -> order.put(face, order.size()));
        comparison.compare(fresh, fresh, (one, other, similarity) -> {
            if (Objects.requireNonNull(order.get(one)) < Objects.requireNonNull(order.get(other))) {
                link(one, other, similarity);
            }
        });
    }

    private static void link(Face one, Face other, float similarity) {
        one.neighbors().offer(other, similarity);
        other.neighbors().offer(one, similarity);
        Face.connect(one, other);
    }

    @Override
    public synchronized void remove(Collection<FaceId> ids) {
        Set<Face> gone = new HashSet<>();
        for (FaceId id : ids) {
            Integer place = places.remove(id);
            if (place != null) {
                gone.add(faces.get(place));
                Face last = faces.removeLast();
                if (place < faces.size()) {
                    faces.set(place, last);
                    places.put(last.sample().id(), place);
                }
            }
        }
        if (gone.isEmpty()) {
            return;
        }
        List<Face> lacking = faces.parallelStream()
                .filter(face -> face.neighbors().forget(gone))
                .toList();
        lacking.forEach(face -> face.neighbors().clear());
        comparison.compare(lacking, faces, (face, other, similarity) -> {
            if (face != other) {
                face.neighbors().offer(other, similarity);
            }
        });
    }

    @Override
    public synchronized int size() {
        return faces.size();
    }

    @Override
    public synchronized Gathering gather(Ties ties, GatheringSettings settings) {
        connect(ties);
        return gather(faces, ties, settings);
    }

    @Override
    public synchronized Gathering gatherAround(Collection<FaceId> touched, Ties ties, GatheringSettings settings) {
        connect(ties);
        Set<Face> components = new HashSet<>();
        for (FaceId id : touched) {
            Integer place = places.get(id);
            if (place != null) {
                components.add(faces.get(place).component());
            }
        }
        List<Face> around = faces.stream()
                .filter(face -> components.contains(face.component()))
                .toList();
        return gather(around, ties, settings);
    }

    private void connect(Ties ties) {
        for (List<FaceId> same : ties.same()) {
            List<Face> tied = same.stream()
                    .map(places::get)
                    .filter(Objects::nonNull)
                    .map(faces::get)
                    .toList();
            tied.forEach(face -> Face.connect(tied.getFirst(), face));
        }
    }

    private Gathering gather(List<Face> some, Ties ties, GatheringSettings settings) {
        if (settings.likeness() < least) {
            throw new IllegalArgumentException("a likeness of %s asks for neighbours that are less alike than %s"
                    .formatted(settings.likeness(), least));
        }
        var knots = new Knots(ties);
        return some.stream().collect(Collectors.groupingBy(Face::component)).values().parallelStream()
                .map(component -> new ComponentGathering(component, knots, settings).run())
                .collect(Collectors.collectingAndThen(Collectors.toList(), People::together));
    }

    @Override
    public synchronized void close() {
        faces.clear();
        places.clear();
    }
}
