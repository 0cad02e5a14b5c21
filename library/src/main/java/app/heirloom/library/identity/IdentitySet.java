package app.heirloom.library.identity;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.identity.picture.FaceKey;
import app.heirloom.library.identity.picture.PicturedFace;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Faces of one person on the photos of one user.
 *
 * @param number never another set's, nor ever another for this set
 * @param owner label of the user whose photos made it
 * @param anchors its own first, then those of sets that were merged into it
 * @param faces the best first once it was exported
 * @param eras in which the person looked alike, if these are several
 */
public record IdentitySet(
        int number, String owner, ModelId model, List<Anchor> anchors, List<SetFace> faces, List<Era> eras) {
    public IdentitySet {
        if (anchors.isEmpty()) {
            throw new IllegalArgumentException("set " + number + " has no anchor");
        }
        anchors = List.copyOf(anchors);
        faces = List.copyOf(faces);
        eras = List.copyOf(eras);
    }

    /** A new one. */
    static IdentitySet founded(int number, String owner, ModelId model, Refinement founders) {
        var anchor = new Anchor(number, "", founders.mean());
        return new IdentitySet(number, owner, model, List.of(anchor), List.of(), List.of())
                .joinedBy(founders.faces(), anchor);
    }

    /** The person's; empty while nobody named the set, or one that was merged into it. */
    public String name() {
        return anchors.stream()
                .map(Anchor::name)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    public IdentitySet named(String name) {
        List<Anchor> named = Stream.concat(
                        Stream.of(anchors.getFirst().named(name)),
                        anchors.stream().skip(1))
                .toList();
        return new IdentitySet(number, owner, model, named, faces, eras);
    }

    public IdentitySet withFaces(List<SetFace> newFaces, List<Era> newEras) {
        return new IdentitySet(number, owner, model, anchors, newFaces, newEras);
    }

    /** With faces that look like one of its anchors; those that it has already stay as they are. */
    IdentitySet joinedBy(Collection<PicturedFace> more, Anchor anchor) {
        Set<FaceKey> own = keys();
        Stream<SetFace> joining =
                more.stream().filter(face -> !own.contains(face.key())).map(face -> SetFace.of(face, anchor));
        return withFaces(Stream.concat(faces.stream(), joining).toList(), eras);
    }

    /** With all that another set is, so that {@link #without} finds it again. */
    public IdentitySet merged(IdentitySet other) {
        Set<FaceKey> own = keys();
        Stream<SetFace> others = other.faces.stream()
                .filter(face -> !own.contains(face.key()))
                .map(face -> face.from(other.number).withCrop(null));
        Stream<Anchor> otherAnchors =
                other.anchors.stream().map(anchor -> new Anchor(other.number, anchor.name(), anchor.embedding()));
        return new IdentitySet(
                number,
                owner,
                model,
                Stream.concat(anchors.stream(), otherAnchors).toList(),
                Stream.concat(faces.stream(), others).toList(),
                List.of());
    }

    /** As it would be had the other one not been merged into it. */
    public IdentitySet without(int other) {
        return new IdentitySet(
                number,
                owner,
                model,
                anchors.stream().filter(anchor -> anchor.set() != other).toList(),
                faces.stream().filter(face -> face.from() != other).toList(),
                List.of());
    }

    /** Whether the other one was merged into it. */
    public boolean holds(int other) {
        return other != number && anchors.stream().anyMatch(anchor -> anchor.set() == other);
    }

    public Set<FaceKey> keys() {
        return faces.stream().map(SetFace::key).collect(Collectors.toSet());
    }

    /** Whether one picture shows both, who then are two people. */
    boolean isBeside(IdentitySet other) {
        Set<String> pictures = new HashSet<>();
        faces.forEach(face -> pictures.add(face.key().picture()));
        return other.faces.stream()
                .anyMatch(face -> pictures.contains(face.key().picture()));
    }
}
