package app.heirloom.library.remote.person;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.PersonId;
import java.util.Collection;
import java.util.List;

/** People and faces of a photo server. */
public interface RemotePeople {
    /** All of them, hidden ones too; servers leave out unnamed people with few faces. */
    List<RemotePerson> list();

    /** The faces that were found on the asset. */
    List<RemoteFace> listFaces(AssetId asset);

    /** How many assets the person is seen on. */
    long countAssets(PersonId person);

    /** A person without faces; an empty name leaves him unnamed. */
    RemotePerson create(String name);

    void rename(PersonId person, String name);

    /** Gives the target the faces of the others, who are no more. */
    List<Outcome> merge(PersonId target, Collection<PersonId> others);

    /** Says whose face it is. */
    void assign(FaceId face, PersonId person);

    /** Draws a face where none was found. */
    void draw(AssetId asset, PersonId person, FaceBox box);

    /** Removes a face; a server that found it may find it again. */
    void removeFace(FaceId face);

    void remove(Collection<PersonId> people);
}
