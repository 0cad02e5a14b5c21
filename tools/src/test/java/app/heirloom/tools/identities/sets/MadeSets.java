package app.heirloom.tools.identities.sets;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.identity.Identification;
import app.heirloom.library.identity.IdentitySet;
import app.heirloom.library.identity.IdentityTerms;
import app.heirloom.library.identity.KnownSets;
import app.heirloom.vectors.face.NeighborFaceGraph;
import java.util.List;

/** Sets of made-up people. */
final class MadeSets {
    static final ModelId MODEL = new ModelId("model");

    private final ManyFaces faces = new ManyFaces();

    /** Of six faces, of the user ann. */
    IdentitySet set(int number, String person) {
        var known = new KnownSets(List.of(), List.of(), List.of(), number - 1);
        try (var graph = new NeighborFaceGraph(1 - IdentityTerms.DEFAULT.distance())) {
            return new Identification("ann", MODEL, IdentityTerms.DEFAULT, known, graph)
                    .run(faces.of(person, 6))
                    .founded()
                    .getFirst();
        }
    }

    IdentitySet ownedBy(String owner, IdentitySet set) {
        return new IdentitySet(set.number(), owner, set.model(), set.anchors(), set.faces(), set.eras());
    }
}
