package app.heirloom.storage.recognition;

import app.heirloom.library.person.FaceId;
import app.heirloom.library.recognition.gathering.FaceGraph;
import app.heirloom.library.recognition.gathering.FaceSample;
import app.heirloom.library.recognition.gathering.Gathering;
import app.heirloom.library.recognition.gathering.GatheringSettings;
import app.heirloom.library.recognition.gathering.Ties;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares every face with every other: average linkage for a handful of faces. */
final class SimpleFaceGraph implements FaceGraph {
    /** Groups that are alike by so much less than needed may be one person. */
    private static final double DOUBT = 0.2;

    private final Map<FaceId, FaceSample> faces = new HashMap<>();

    @Override
    public synchronized void put(Collection<FaceSample> samples) {
        samples.forEach(sample -> faces.put(sample.id(), sample));
    }

    @Override
    public synchronized void remove(Collection<FaceId> gone) {
        gone.forEach(faces::remove);
    }

    @Override
    public synchronized int size() {
        return faces.size();
    }

    @Override
    public Gathering gatherAround(Collection<FaceId> touched, Ties ties, GatheringSettings settings) {
        return gather(ties, settings);
    }

    @Override
    public synchronized Gathering gather(Ties ties, GatheringSettings settings) {
        List<List<FaceId>> groups = start(ties);
        while (joinBest(groups, ties, settings.likeness())) {
            // until none are alike enough
        }
        List<List<FaceId>> people = new ArrayList<>();
        List<FaceId> alone = new ArrayList<>();
        for (List<FaceId> group : groups) {
            if (group.size() >= settings.leastFaces() || isTied(group, ties)) {
                people.add(group);
            } else {
                alone.addAll(group);
            }
        }
        people.sort(
                Comparator.comparingInt((List<FaceId> group) -> group.size()).reversed());
        return new Gathering(people, alone, resemblances(people, ties, settings.likeness() - DOUBT));
    }

    private List<List<FaceId>> start(Ties ties) {
        List<List<FaceId>> groups = new ArrayList<>();
        List<FaceId> rest = new ArrayList<>(faces.keySet());
        for (List<FaceId> same : ties.same()) {
            List<FaceId> here = same.stream().filter(faces::containsKey).toList();
            if (!here.isEmpty()) {
                groups.add(here);
                rest.removeAll(here);
            }
        }
        rest.forEach(face -> groups.add(List.of(face)));
        return groups;
    }

    private boolean joinBest(List<List<FaceId>> groups, Ties ties, double least) {
        List<FaceId> one = List.of();
        List<FaceId> other = List.of();
        double best = least;
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                double similarity = similarity(groups.get(i), groups.get(j));
                if (similarity >= best && !areDifferent(groups.get(i), groups.get(j), ties)) {
                    best = similarity;
                    one = groups.get(i);
                    other = groups.get(j);
                }
            }
        }
        if (one.isEmpty()) {
            return false;
        }
        groups.remove(one);
        groups.remove(other);
        var joined = new ArrayList<>(one);
        joined.addAll(other);
        groups.add(joined);
        return true;
    }

    private List<Gathering.Resemblance> resemblances(List<List<FaceId>> people, Ties ties, double least) {
        List<Gathering.Resemblance> found = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            for (int j = i + 1; j < people.size(); j++) {
                double similarity = similarity(people.get(i), people.get(j));
                if (similarity >= least && !areDifferent(people.get(i), people.get(j), ties)) {
                    found.add(new Gathering.Resemblance(i, j, similarity));
                }
            }
        }
        return found;
    }

    private double similarity(List<FaceId> one, List<FaceId> other) {
        return one.stream()
                .flatMapToDouble(face -> other.stream()
                        .mapToDouble(that ->
                                sample(face).embedding().similarity(sample(that).embedding())))
                .average()
                .orElse(-1);
    }

    private boolean areDifferent(List<FaceId> one, List<FaceId> other, Ties ties) {
        boolean onOnePhoto = one.stream()
                .anyMatch(face -> other.stream()
                        .anyMatch(
                                that -> sample(face).asset().equals(sample(that).asset())));
        return onOnePhoto
                || isOlder(one, other, ties)
                || isOlder(other, one, ties)
                || ties.different().stream()
                        .anyMatch(pair -> isBetween(pair, one, other) || isBetween(pair, other, one));
    }

    /** Whether any of the one were seen before whoever the other are was born. */
    private boolean isOlder(List<FaceId> one, List<FaceId> other, Ties ties) {
        return other.stream()
                .map(ties.births()::get)
                .filter(Objects::nonNull)
                .anyMatch(birth -> one.stream()
                        .anyMatch(face -> birth.excludes(sample(face).captured())));
    }

    private static boolean isBetween(Ties.Pair pair, List<FaceId> one, List<FaceId> other) {
        return one.contains(pair.one()) && other.contains(pair.other());
    }

    private static boolean isTied(List<FaceId> group, Ties ties) {
        return ties.same().stream().anyMatch(group::containsAll);
    }

    private FaceSample sample(FaceId face) {
        FaceSample sample = faces.get(face);
        if (sample == null) {
            throw new IllegalArgumentException("no face " + face);
        }
        return sample;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
