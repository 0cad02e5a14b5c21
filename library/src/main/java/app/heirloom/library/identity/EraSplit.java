package app.heirloom.library.identity;

import app.heirloom.library.embedding.Embedding;
import app.heirloom.library.identity.picture.FaceKey;
import app.heirloom.library.identity.picture.PicturedFace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Splits the faces of a person by age. The faces of each year are one bucket; the largest bucket that is left becomes an
 * anchor, and those within some years of it that look like it are of its era. Anchors are not centred anew, so that eras do
 * not chain from a child to an old man.
 *
 * @param distance cosine distance of a year from the anchor's, up to which it is of its era
 * @param years how far apart the two may be
 */
public record EraSplit(double distance, int years) {
    public static final EraSplit DEFAULT = new EraSplit(0.40, 5);

    private record Year(int number, Refinement faces) {}

    /** The eras in the order of their years; none when the faces are of one, or it is not known when they were. */
    public List<Era> split(Collection<PicturedFace> faces) {
        NavigableMap<Integer, List<PicturedFace>> byYear = new TreeMap<>();
        for (PicturedFace face : faces) {
            face.picture()
                    .shape()
                    .takenOn()
                    .ifPresent(day -> byYear.computeIfAbsent(day.getYear(), year -> new ArrayList<>())
                            .add(face));
        }
        List<Year> left = new ArrayList<>();
        byYear.forEach((year, some) -> left.add(new Year(year, Refinement.of(some, 2))));
        left.sort(Comparator.comparingInt((Year year) -> -year.faces().faces().size()));
        List<Era> eras = new ArrayList<>();
        while (!left.isEmpty()) {
            Year anchor = left.getFirst();
            List<Year> era = left.stream().filter(year -> isOf(anchor, year)).toList();
            left.removeAll(era);
            eras.add(era(era));
        }
        eras.sort(Comparator.comparingInt(Era::first).thenComparingInt(Era::last));
        return eras.size() > 1 ? eras : List.of();
    }

    private boolean isOf(Year anchor, Year year) {
        Embedding mean = anchor.faces().mean();
        return Math.abs(anchor.number() - year.number()) <= years
                && 1 - mean.similarity(year.faces().mean()) <= distance;
    }

    private static Era era(List<Year> years) {
        List<FaceKey> faces = years.stream()
                .flatMap(year -> year.faces().faces().stream())
                .map(PicturedFace::key)
                .sorted()
                .toList();
        int first = years.stream().mapToInt(Year::number).min().orElseThrow();
        int last = years.stream().mapToInt(Year::number).max().orElseThrow();
        return new Era(first, last, faces);
    }
}
