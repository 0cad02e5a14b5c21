package app.heirloom.tools.identities.people;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.face.FaceBounds;
import app.heirloom.library.identity.IdentitySet;
import app.heirloom.library.identity.SetFace;
import app.heirloom.library.identity.picture.FacePlace;
import app.heirloom.library.identity.picture.PictureOrigin;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.remote.person.RemoteFace;
import app.heirloom.library.remote.person.RemotePeople;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Finds on a photo server the faces of sets, by where they are on their pictures. */
final class FaceMatching {
    /** Boxes that overlap so much frame one face; programs draw them tight around the face or loose around the head. */
    private static final double SAME = 0.3;

    private final RemotePeople people;
    private final String user;
    private final Workers workers;
    private final Map<AssetId, List<RemoteFace>> faces = new ConcurrentHashMap<>();

    /** @param user the id of the user whose assets are looked at, and no other's */
    FaceMatching(RemotePeople people, String user, Workers workers) {
        this.people = people;
        this.user = user;
        this.workers = workers;
    }

    /** A face in a place that it may have on the server. */
    private record Candidate(SetFace face, AssetId asset, RemoteFace there, double overlap) {
        static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::overlap)
                .reversed()
                .thenComparing(candidate -> candidate.face.key());
    }

    /** Each face on the server is that of one face of one set. */
    List<MatchedSet> match(List<IdentitySet> sets) {
        List<SetFace> all = sets.stream().flatMap(set -> set.faces().stream()).toList();
        workers.run(all.stream().flatMap(this::assets).distinct().toList(), asset -> faces.put(asset, list(asset)));
        List<MatchedSet> matched = new ArrayList<>();
        Set<RemoteFace> taken = new HashSet<>();
        for (IdentitySet set : sets) {
            List<FaceMatch> matches = set.faces().stream()
                    .flatMap(this::candidates)
                    .sorted(Candidate.BEST_FIRST)
                    .filter(candidate -> taken.add(candidate.there))
                    .map(candidate -> new FaceMatch(candidate.face, candidate.asset, candidate.there))
                    .toList();
            long found = matches.stream().map(FaceMatch::face).distinct().count();
            matched.add(new MatchedSet(set, matches, (int) (set.faces().size() - found)));
        }
        return matched;
    }

    /** Whether any face is on a picture of the user. */
    boolean knows(List<IdentitySet> sets) {
        return sets.stream()
                .flatMap(set -> set.faces().stream())
                .flatMap(this::assets)
                .findAny()
                .isPresent();
    }

    /** The user's assets that have the face's picture. */
    private Stream<AssetId> assets(SetFace face) {
        return face.place().origins().stream()
                .filter(origin -> origin.user().equals(user))
                .map(PictureOrigin::asset)
                .map(AssetId::parse);
    }

    private List<RemoteFace> list(AssetId asset) {
        try {
            return people.listFaces(asset);
        } catch (HeirloomException e) {
            if (e.code() == ErrorCode.NO_ACCESS) {
                return List.of();
            }
            throw e;
        }
    }

    /** On each of the assets the face that overlaps most. */
    private Stream<Candidate> candidates(SetFace face) {
        FaceBounds bounds = face.place().bounds();
        return assets(face).flatMap(asset -> {
            Optional<Candidate> best = faces.getOrDefault(asset, List.of()).stream()
                    .map(there -> new Candidate(face, asset, there, bounds.overlap(scaled(there.box(), face.place()))))
                    .filter(candidate -> candidate.overlap >= SAME)
                    .min(Candidate.BEST_FIRST);
            return best.stream();
        });
    }

    /** The server's box, in pixels of the picture. */
    private static FaceBounds scaled(FaceBox box, FacePlace place) {
        float across = (float) place.shape().width() / box.image().width();
        float down = (float) place.shape().height() / box.image().height();
        return new FaceBounds(box.left() * across, box.top() * down, box.right() * across, box.bottom() * down);
    }
}
