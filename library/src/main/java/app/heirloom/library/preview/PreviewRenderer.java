package app.heirloom.library.preview;

/** Decodes a picture, or a representative frame of a video, once, and writes its derivatives. */
public interface PreviewRenderer {
    /**
     * Renders upright, in the original's colours, within limits of time and memory, outside of this process.
     *
     * @throws app.heirloom.library.error.HeirloomException UNREADABLE_MEDIA when the file is damaged, hostile or too
     *     large, with a message that says which
     */
    Rendition render(RenderRequest request);
}
