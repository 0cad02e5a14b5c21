package app.heirloom.tools.identities.sets;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.identity.Identification;
import app.heirloom.library.identity.Identified;
import app.heirloom.library.identity.IdentitySet;
import app.heirloom.library.identity.IdentityTerms;
import app.heirloom.library.identity.KnownSets;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.library.identity.picture.PicturedFace;
import app.heirloom.library.recognition.gathering.FaceGraph;
import app.heirloom.tools.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/**
 * Makes identity sets of what a model saw on a user's pictures. It needs no pictures. When it is stopped, the sets that
 * were made are there, and the next run makes the rest.
 */
public final class SetClustering {
    private final SetStore store;
    private final DoubleFunction<FaceGraph> graphs;
    private final Progress progress;

    /** @param graphs makes an empty one, in which faces that are less alike than so much are no neighbours */
    public SetClustering(SetStore store, DoubleFunction<FaceGraph> graphs, Progress progress) {
        this.store = store;
        this.graphs = graphs;
        this.progress = progress;
    }

    /**
     * Makes sets, and has faces join those that there are.
     *
     * @param owner label of the user whose pictures these are
     * @param acrossUsers whether people who are in sets of other users need none of this user
     */
    public Identified run(String owner, FaceCache cache, IdentityTerms terms, boolean acrossUsers) {
        KnownSets known = known(owner, cache.model(), acrossUsers);
        List<PicturedFace> faces = new ArrayList<>();
        progress.during(
                "Reading faces",
                "pictures",
                OptionalLong.of(cache.countPictures()),
                () -> cache.forEach(picture -> {
                    faces.addAll(PicturedFace.on(picture));
                    progress.advance(1);
                }));
        Identified found = identify(owner, cache.model(), terms, known, faces);
        progress.during(
                "Writing sets",
                "sets",
                OptionalLong.of(found.founded().size() + found.grown().size()),
                () -> write(found));
        return found;
    }

    private KnownSets known(String owner, ModelId model, boolean acrossUsers) {
        List<IdentitySet> canonical = store.list(Shelf.CANONICAL, owner);
        List<IdentitySet> thin = store.list(Shelf.THIN, owner);
        Stream.concat(canonical.stream(), thin.stream())
                .filter(set -> !set.model().equals(model))
                .findFirst()
                .ifPresent(set -> {
                    throw ErrorCode.INVALID.exception("The sets of " + owner + " are made of what " + set.model()
                            + " saw, and these faces of what " + model
                            + " saw, which do not compare: use that model, or another folder of sets");
                });
        List<IdentitySet> foreign = acrossUsers
                ? store.list(Shelf.CANONICAL).stream()
                        .filter(set -> !set.owner().equals(owner) && set.model().equals(model))
                        .toList()
                : List.of();
        return new KnownSets(canonical, thin, foreign, store.last());
    }

    private Identified identify(
            String owner, ModelId model, IdentityTerms terms, KnownSets known, List<PicturedFace> faces) {
        progress.begin("Comparing faces", "faces", OptionalLong.empty());
        try (FaceGraph graph = graphs.apply(1 - terms.distance())) {
            return new Identification(owner, model, terms, known, graph).run(faces);
        } finally {
            progress.end();
        }
    }

    private void write(Identified found) {
        for (IdentitySet set : found.founded()) {
            store.save(Shelf.CANONICAL, set);
            progress.advance(1);
        }
        for (IdentitySet set : found.grown()) {
            store.save(store.shelfOf(set.number()), set);
            progress.advance(1);
        }
        found.absorbed().keySet().forEach(number -> store.move(number, Shelf.THIN, Shelf.MERGED));
        store.writeManifest();
    }
}
