package app.heirloom.tools.gallery;

/**
 * How to index.
 *
 * @param readers how many files are read at once
 * @param recognitions how many pictures models look at, at once
 * @param reindex look at the files of every gallery, even where nothing seems to have changed
 * @param verifyContent read every file, even where size, time and inode are as they were
 */
public record IndexSettings(int readers, int recognitions, boolean reindex, boolean verifyContent) {
    /** Two readers for each recognition keep both stages busy, as long as a file is read faster than looked at. */
    public static IndexSettings of(int recognitions) {
        return new IndexSettings(2 * recognitions, recognitions, false, false);
    }
}
