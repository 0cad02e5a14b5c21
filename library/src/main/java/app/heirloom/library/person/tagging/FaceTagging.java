package app.heirloom.library.person.tagging;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.access.AssetAccess;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.person.Face;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.FaceDecisions;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.FaceRepository;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.PersonRepository;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Permission;
import java.util.List;

/** Says by hand who is seen where. Only owners see and change the faces on their assets. */
public final class FaceTagging {
    private final PersonRepository persons;
    private final FaceRepository faces;
    private final FaceDecisions decisions;
    private final AssetAccess access;
    private final Transactions transactions;

    public FaceTagging(
            PersonRepository persons,
            FaceRepository faces,
            FaceDecisions decisions,
            AssetAccess access,
            Transactions transactions) {
        this.persons = persons;
        this.faces = faces;
        this.decisions = decisions;
        this.access = access;
        this.transactions = transactions;
    }

    /** A person as it is seen on one asset. */
    public record Appearance(AssetId asset, PersonId person) {}

    /** The faces on the asset, from left to right; none for those with whom it is only shared. */
    public List<Face> list(Caller caller, AssetId id) {
        Asset asset = access.get(caller, id, Permission.FACE_READ);
        return isOwn(caller, asset) ? transactions.read(() -> faces.list(id)) : List.of();
    }

    /** Adds the face of a person, as drawn. */
    public Face draw(Caller caller, Appearance seen, FaceBox box) {
        requireOwn(caller, seen.asset(), Permission.FACE_CREATE);
        Face face = Face.drawn(seen.asset(), seen.person(), box);
        transactions.run(() -> {
            persons.get(caller.id(), seen.person(), Permission.PERSON_READ);
            faces.add(face);
            decisions.drawn(face);
        });
        return face;
    }

    /** Makes the face another person's. */
    public Person assign(Caller caller, FaceId id, PersonId to) {
        Face face = get(caller, id, Permission.FACE_UPDATE);
        return transactions.write(() -> {
            Person person = persons.get(caller.id(), to, Permission.FACE_UPDATE);
            faces.find(face.id()).ifPresent(found -> decisions.assign(caller.id(), found, to));
            return person;
        });
    }

    /** Makes faces of other people, as they are seen on assets, this person's; fails when one is not the caller's. */
    public Person reassign(Caller caller, PersonId to, List<Appearance> appearances) {
        caller.require(Permission.PERSON_REASSIGN);
        return transactions.write(() -> {
            Person person = persons.get(caller.id(), to, Permission.PERSON_REASSIGN);
            for (Appearance seen : appearances) {
                persons.get(caller.id(), seen.person(), Permission.PERSON_REASSIGN);
                faces.list(seen.asset()).stream()
                        .filter(face -> seen.person().equals(face.person()))
                        .forEach(face -> decisions.assign(caller.id(), face, to));
            }
            return person;
        });
    }

    /**
     * Takes the face away.
     *
     * @param forever otherwise the place is remembered, and no face found or read there again
     */
    public void remove(Caller caller, FaceId id, boolean forever) {
        Face face = get(caller, id, Permission.FACE_DELETE);
        transactions.run(() -> {
            if (forever) {
                faces.remove(id);
            } else {
                faces.hide(id);
            }
            decisions.takenAway(caller.id(), face);
        });
    }

    private Face get(Caller caller, FaceId id, Permission permission) {
        caller.require(permission);
        Face face = transactions.read(() -> faces.find(id)).orElseThrow(() -> noAccess(permission));
        requireOwn(caller, face.asset(), permission);
        return face;
    }

    private void requireOwn(Caller caller, AssetId id, Permission permission) {
        if (!isOwn(caller, access.get(caller, id, permission))) {
            throw noAccess(permission);
        }
    }

    private static boolean isOwn(Caller caller, Asset asset) {
        return caller.isUser() && asset.owner().equals(caller.id());
    }

    private static HeirloomException noAccess(Permission permission) {
        return ErrorCode.NO_ACCESS.exception("Not found or no " + permission.dottedName() + " access");
    }
}
