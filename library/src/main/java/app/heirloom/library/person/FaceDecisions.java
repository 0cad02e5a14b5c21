package app.heirloom.library.person;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.user.UserId;
import java.util.ArrayList;
import java.util.List;

/**
 * What owners say of faces by hand. It is kept, so that no machine undoes it, and their people are gathered anew around
 * it. All of it happens in the surrounding write.
 */
public final class FaceDecisions {
    /** How many faces of a person stand for all of them, where one is said not to be this person's. */
    private static final int WITNESSES = 3;

    private final FaceRepository faces;
    private final Portraits portraits;
    private final FaceWatch watch;
    private final FaceSidecars sidecars;

    public FaceDecisions(FaceRepository faces, Portraits portraits, FaceWatch watch, FaceSidecars sidecars) {
        this.faces = faces;
        this.portraits = portraits;
        this.watch = watch;
        this.sidecars = sidecars;
    }

    public Portraits portraits() {
        return portraits;
    }

    /** The face is this person's, and not the one's it was. */
    public void assign(UserId owner, Face face, PersonId to) {
        var around = new ArrayList<>(List.of(face.id()));
        PersonId from = face.person();
        faces.assign(face.id(), to);
        if (from != null && !from.equals(to)) {
            List<FaceId> witnesses = faces.listBest(from, WITNESSES);
            faces.distinguish(owner, face.id(), witnesses);
            around.addAll(witnesses);
            portraits.lost(from, face.id());
        }
        portraits.gained(to, face);
        watch.decided(owner, around);
        sidecars.changed(face.asset());
    }

    /** The person is whom the owner takes it for, with all the faces it has now, but for those from before its birth. */
    public void confirm(Person person) {
        faces.confirmAll(person.id());
        var around = new ArrayList<>(faces.listBest(person.id(), WITNESSES));
        person.profile()
                .birth()
                .map(birth -> faces.doubt(person.id(), birth.earliest()))
                .ifPresent(doubted -> doubted.forEach(face -> {
                    around.add(face.id());
                    sidecars.changed(face.asset());
                }));
        watch.decided(person.owner(), around);
    }

    /** The person has another name than before, or has it for other faces. */
    public void renamed(PersonId person) {
        sidecars.changed(person);
    }

    /** All faces of the one are the other's, who is to be confirmed afterwards; tells which they are. */
    public List<FaceMove> unite(Person from, PersonId to) {
        return faces.assignAll(from.id(), to);
    }

    /** The face was drawn. */
    public void drawn(Face face) {
        placed(face);
        sidecars.changed(face.asset());
    }

    /** The face was added, as drawn or as the file says. */
    public void placed(Face face) {
        PersonId person = face.person();
        if (person != null) {
            portraits.gained(person, face);
        }
        placed(face.asset());
    }

    /** The asset has other faces of the file than before. */
    public void placed(AssetId asset) {
        watch.placed(asset);
    }

    /** The face was taken away. */
    public void takenAway(UserId owner, Face face) {
        lost(owner, face);
        sidecars.changed(face.asset());
    }

    /** The face is gone. */
    public void lost(UserId owner, Face face) {
        watch.gone(owner);
        PersonId person = face.person();
        if (person != null) {
            portraits.lost(person, face.id());
            watch.decided(owner, faces.listBest(person, WITNESSES));
        }
    }

    /** They are two people. */
    public void distinguish(UserId owner, PersonId one, PersonId other) {
        List<FaceId> ones = faces.listBest(one, WITNESSES);
        List<FaceId> others = faces.listBest(other, WITNESSES);
        ones.forEach(face -> faces.distinguish(owner, face, others));
        var around = new ArrayList<>(ones);
        around.addAll(others);
        watch.decided(owner, around);
    }

    /** The face is whose it was before it was moved, and not the one's it was moved to. */
    public void restore(UserId owner, FaceMove move) {
        PersonId from = move.from();
        PersonId to = move.to();
        faces.find(move.face()).ifPresent(face -> {
            if (from != null) {
                assign(owner, face, from);
            } else if (to != null) {
                faces.release(face.id());
                portraits.lost(to, face.id());
                faces.distinguish(owner, face.id(), faces.listBest(to, WITNESSES));
                watch.decided(owner, List.of(face.id()));
                sidecars.changed(face.asset());
            }
        });
    }

    /** A person was removed, with what models made of its faces. */
    void dissolved(UserId owner) {
        watch.gone(owner);
    }
}
