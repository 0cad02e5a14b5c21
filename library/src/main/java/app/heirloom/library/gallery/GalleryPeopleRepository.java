package app.heirloom.library.gallery;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.gallery.GalleryRepository.Place;
import java.util.List;

/** People in galleries, and whose the faces of contents are. */
public interface GalleryPeopleRepository {
    /** The next faces that the model saw in contents that some file has, in the order of their numbers. */
    List<GalleryFace> listFaces(ModelId model, long after, int limit);

    /** Named ones by name, then those with the most faces. */
    List<GalleryPerson> list();

    /** Adds somebody unknown. */
    GalleryPersonId add();

    /** Changes the name, empty for unknown. */
    void rename(GalleryPersonId id, String name);

    /** Makes the face this person's, unless somebody said by hand whose it is; a face that is gone is passed over. */
    void assign(long detection, GalleryPersonId person);

    /** Makes the face nobody's, unless somebody said by hand whose it is. */
    void release(long detection);

    /** Says by hand that all faces of the person are the person's. */
    void confirm(GalleryPersonId id);

    /** Makes all faces of the one the other's, and removes the one. */
    void merge(GalleryPersonId from, GalleryPersonId into);

    /** Removes the person; the faces are nobody's then. */
    void remove(GalleryPersonId id);

    /** Removes all people. */
    void removeAll();

    /** Removes those without name and face; returns how many. */
    int removeForsaken();

    /**
     * The numbers of the model's embeddings of contents that show some of these people.
     *
     * @param people of each list one must be there
     */
    List<Long> listShowing(ModelId model, List<List<GalleryPersonId>> people);

    /**
     * The first files, by path, whose contents show some of these people.
     *
     * @param people of each list one must be there; not empty
     */
    List<Place> listPlaces(List<List<GalleryPersonId>> people, int limit);
}
