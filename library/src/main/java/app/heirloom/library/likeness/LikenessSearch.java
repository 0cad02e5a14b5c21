package app.heirloom.library.likeness;

import java.util.List;

/** Finds which of many pictures look the same while they come one by one. Not for several threads. */
public final class LikenessSearch {
    private final Shelf shelf;
    private final PerceptualIndex index = new PerceptualIndex();

    /** Gives back pictures that came before, so that only their hashes are held in memory. */
    @FunctionalInterface
    public interface Shelf {
        Fingerprint get(long number);
    }

    public LikenessSearch(Shelf shelf) {
        this.shelf = shelf;
    }

    /**
     * Adds a picture.
     *
     * @param number higher than those of all before, the first at least 1
     * @return the numbers of those before that look the same
     */
    public List<Long> add(long number, Fingerprint fingerprint) {
        List<Long> same = index.near(fingerprint).stream()
                .filter(other -> Likeness.of(fingerprint, shelf.get(other)) > 0)
                .toList();
        index.add(List.of(new PerceptualIndex.Entry(number, fingerprint.whole(), fingerprint.crops())));
        return same;
    }
}
