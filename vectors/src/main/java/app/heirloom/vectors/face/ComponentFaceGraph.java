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
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Connected components: whoever is at least so much like anybody in a group belongs to it. It knows of no ties, no
 * qualities and no two faces on one photo, and is there to compare with programs that gather so.
 */
public final class ComponentFaceGraph implements FaceGraph {
    private final Comparison comparison;
    private final Map<FaceId, Face> faces = new LinkedHashMap<>();

    /** @param least cosine similarity from which two faces are connected */
    public ComponentFaceGraph(double least) {
        this.comparison = new Comparison((float) least);
    }

    @Override
    public synchronized void put(Collection<FaceSample> samples) {
        remove(samples.stream().map(FaceSample::id).toList());
        List<Face> fresh = samples.stream().map(Face::new).toList();
        List<Face> others = new ArrayList<>(faces.values());
        others.addAll(fresh);
        for (int from = 0; from < fresh.size(); from += Panel.WIDTH) {
            List<Face> some = fresh.subList(from, Math.min(from + Panel.WIDTH, fresh.size()));
            comparison.compare(some, others, (one, other, similarity) -> Face.connect(one, other));
        }
        fresh.forEach(face -> faces.put(face.sample().id(), face));
    }

    @Override
    public synchronized void remove(Collection<FaceId> gone) {
        if (faces.keySet().removeAll(new HashSet<>(gone))) {
            List<FaceSample> rest = faces.values().stream().map(Face::sample).toList();
            faces.clear();
            put(rest);
        }
    }

    @Override
    public synchronized int size() {
        return faces.size();
    }

    @Override
    public synchronized Gathering gather(Ties ties, GatheringSettings settings) {
        Collection<List<Face>> components = faces.values().stream()
                .sorted(Face.CANONICAL)
                .collect(Collectors.groupingBy(Face::component))
                .values();
        List<List<FaceId>> groups = components.stream()
                .filter(component -> component.size() >= settings.leastFaces())
                .sorted(Comparator.comparingInt((List<Face> component) -> component.size())
                        .reversed()
                        .thenComparing(List::getFirst, Face.CANONICAL))
                .map(ComponentFaceGraph::ids)
                .toList();
        List<FaceId> alone = components.stream()
                .filter(component -> component.size() < settings.leastFaces())
                .flatMap(List::stream)
                .sorted(Face.CANONICAL)
                .map(face -> face.sample().id())
                .toList();
        return new Gathering(groups, alone, List.of());
    }

    private static List<FaceId> ids(List<Face> component) {
        return component.stream().map(face -> face.sample().id()).toList();
    }

    @Override
    public synchronized Gathering gatherAround(Collection<FaceId> touched, Ties ties, GatheringSettings settings) {
        Gathering all = gather(ties, settings);
        Set<FaceId> some = new HashSet<>(touched);
        return new Gathering(
                all.groups().stream()
                        .filter(group -> group.stream().anyMatch(some::contains))
                        .toList(),
                all.alone().stream().filter(some::contains).toList(),
                List.of());
    }

    @Override
    public synchronized void close() {
        faces.clear();
    }
}
