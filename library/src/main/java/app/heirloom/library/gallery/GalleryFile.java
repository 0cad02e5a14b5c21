package app.heirloom.library.gallery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of a gallery as it was when it was last read.
 *
 * @param name see {@link PathText}
 * @param state by what one sees that it has changed without reading it
 * @param content null when it could not be read
 * @param failure why the last attempt to index it failed; null when it went well
 */
public record GalleryFile(
        String name,
        State state,
        @Nullable ContentHash content,
        @Nullable String failure) {

    /**
     * What the file system says.
     *
     * @param modified in whole microseconds
     * @param inode the file's number in its file system; 0 where there is none
     */
    public record State(long sizeInBytes, Instant modified, long inode) {}

    public boolean isIndexed() {
        return content != null && failure == null;
    }
}
