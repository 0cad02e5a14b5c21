package app.heirloom.library.recognition.detection;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.person.Face;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.FaceRepository;
import app.heirloom.library.person.FaceSource;
import app.heirloom.library.person.FaceWatch;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.Portraits;
import app.heirloom.library.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Puts on an asset what a model saw in its content. Where there is a face already, read, drawn, or seen before, that one
 * is what the model sees: it keeps its id and its person, and stays hidden if it is.
 */
public final class ShownFaces {
    private final DetectionRepository detections;
    private final FaceRepository faces;
    private final Portraits portraits;
    private final FaceWatch watch;

    public ShownFaces(DetectionRepository detections, FaceRepository faces, Portraits portraits, FaceWatch watch) {
        this.detections = detections;
        this.faces = faces;
        this.portraits = portraits;
        this.watch = watch;
    }

    /** In the surrounding write. */
    void show(Asset asset, ModelLook look) {
        List<KnownFace> known = detections.listFaces(asset.id());
        Map<FaceId, Detection> matched = FaceMatching.of(known, look);
        var touched = new ArrayList<FaceId>();
        for (KnownFace one : known) {
            Detection detection = matched.get(one.face().id());
            if (detection == null) {
                unmatched(asset.owner(), one);
            } else if (one.visible()) {
                attach(one, detection);
                touched.add(one.face().id());
            }
        }
        var rest = new ArrayList<>(look.seen());
        rest.removeAll(matched.values());
        Dimensions size = asset.appearance().dimensions();
        if (size != null) {
            rest.forEach(detection -> touched.add(add(asset, size, detection)));
        }
        detections.show(asset.id(), look.model());
        watch.decided(asset.owner(), touched);
    }

    /** What only a model ever saw goes when it does not see it any more. */
    private void unmatched(UserId owner, KnownFace known) {
        Face face = known.face();
        if (face.source() == FaceSource.MODEL && known.visible() && !known.confirmed()) {
            faces.remove(face.id());
            PersonId person = face.person();
            if (person != null) {
                portraits.lost(person, face.id());
            }
            watch.gone(owner);
        } else if (known.detection() != null) {
            detections.detach(face.id());
            watch.gone(owner);
        }
    }

    private void attach(KnownFace known, Detection detection) {
        if (!Objects.equals(known.detection(), detection.number())) {
            detections.attach(known.face().id(), detection.number());
        }
    }

    private FaceId add(Asset asset, Dimensions size, Detection detection) {
        Face face = Face.found(asset.id(), detection.sighting().area().boxIn(size));
        faces.add(face);
        detections.attach(face.id(), detection.number());
        return face.id();
    }
}
