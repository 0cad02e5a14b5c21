package app.heirloom.tools.identities.sets;

/** Where a set stands. */
public enum Shelf {
    /** Faces join it. */
    CANONICAL(""),
    /** It has too few different faces: its faces are gathered again with new ones. */
    THIN("_thin"),
    /** It is part of another one, and kept to be taken out again. */
    MERGED("_merged");

    private final String folder;

    Shelf(String folder) {
        this.folder = folder;
    }

    /** Within the folder of all sets; empty for itself. */
    String folder() {
        return folder;
    }
}
