package app.heirloom.library.person.thumbnail;

/** Cuts a face out of a picture. */
public interface FaceCropper {
    /**
     * Writes a square JPEG of 250 pixels with the face and some of what is around it, within limits of time and memory,
     * outside of this process.
     *
     * @throws app.heirloom.library.error.HeirloomException UNREADABLE_MEDIA when the picture cannot be decoded; NOT_FOUND
     *     for a video without a preview
     */
    void crop(FaceCrop crop);
}
