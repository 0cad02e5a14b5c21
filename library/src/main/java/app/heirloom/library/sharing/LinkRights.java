package app.heirloom.library.sharing;

/**
 * What the holder of a link may do. Without metadata there are no downloads either, since originals carry theirs.
 *
 * @param metadata whether more than pictures is shown
 */
public record LinkRights(boolean upload, boolean download, boolean metadata) {
    public LinkRights {
        download = download && metadata;
    }
}
