package app.heirloom.tools.resolution;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.asset.Outcome.Refusal;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.duplicate.merge.KnownMetadata;
import app.heirloom.library.duplicate.merge.MetadataGain;
import app.heirloom.library.duplicate.merge.MetadataMerge;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.album.RemoteAlbum;
import app.heirloom.library.remote.asset.RemoteTag;
import app.heirloom.library.remote.person.RemoteFace;
import app.heirloom.library.remote.person.RemotePerson;
import app.heirloom.tools.backup.Gain;
import app.heirloom.tools.backup.Gain.SeenPerson;
import app.heirloom.tools.backup.SavedAsset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives an asset what others have, and reads it back. */
record Consolidation(PhotoServer photos, Pause pause) {
    /** Immich 2.7 writes zones only once a job has read its sidecar again: about 13 seconds are waited. */
    private static final int ATTEMPTS = 8;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    /** Pictures whose shapes differ by more are cropped: faces are elsewhere in them. */
    private static final double SAME_SHAPE = 0.02;

    /** What the others have and the keeper lacks. Of people those that somebody named, since the server finds faces. */
    Gain gain(SavedAsset keeper, List<SavedAsset> others) {
        KnownMetadata merged = MetadataMerge.of(
                keeper.known(), others.stream().map(SavedAsset::known).toList());
        return new Gain(
                MetadataGain.between(keeper.known(), merged),
                lacking(keeper, others, SavedAsset::albums, RemoteAlbum::id),
                lacking(keeper, others, SavedAsset::tags, RemoteTag::id),
                people(keeper, others));
    }

    private static <T> List<T> lacking(
            SavedAsset keeper,
            List<SavedAsset> others,
            Function<SavedAsset, List<T>> things,
            Function<T, Object> identity) {
        Map<Object, T> lacking = new LinkedHashMap<>();
        others.forEach(
                other -> things.apply(other).forEach(thing -> lacking.putIfAbsent(identity.apply(thing), thing)));
        things.apply(keeper).forEach(thing -> lacking.remove(identity.apply(thing)));
        return List.copyOf(lacking.values());
    }

    private static List<SeenPerson> people(SavedAsset keeper, List<SavedAsset> others) {
        Map<PersonId, SeenPerson> people = new LinkedHashMap<>();
        for (SavedAsset other : others) {
            if (haveSameShape(keeper, other)) {
                for (RemoteFace face : other.faces()) {
                    RemotePerson person = face.person();
                    if (person != null && !person.name().isBlank()) {
                        people.putIfAbsent(person.id(), new SeenPerson(person, face.box()));
                    }
                }
            }
        }
        people.keySet().removeAll(peopleOn(keeper));
        return List.copyOf(people.values());
    }

    private static Set<PersonId> peopleOn(SavedAsset asset) {
        return asset.faces().stream()
                .map(RemoteFace::person)
                .filter(Objects::nonNull)
                .map(RemotePerson::id)
                .collect(Collectors.toSet());
    }

    private static boolean haveSameShape(SavedAsset one, SavedAsset other) {
        Dimensions first = one.asset().original().dimensions();
        Dimensions second = other.asset().original().dimensions();
        return first != null && second != null && Math.abs(shape(first) / shape(second) - 1) <= SAME_SHAPE;
    }

    private static double shape(Dimensions dimensions) {
        return (double) dimensions.width() / dimensions.height();
    }

    /** Whether there is nothing to give. */
    static boolean isEmpty(Gain gain) {
        return gain.edit().equals(MetadataGain.NONE)
                && gain.albums().isEmpty()
                && gain.tags().isEmpty()
                && gain.people().isEmpty();
    }

    /** Fails as REMOTE_FAILURE when the server does not do it. */
    void give(AssetId id, Gain gain) {
        photos.assets().edit(id, gain.edit());
        gain.albums().forEach(album -> give(id, album));
        gain.tags().forEach(tag -> give(id, tag));
        gain.people().forEach(seen -> give(id, seen));
    }

    void give(AssetId id, RemoteAlbum album) {
        require("album " + album.name(), photos.albums().add(album.id(), List.of(id)));
    }

    void give(AssetId id, RemoteTag tag) {
        require("tag " + tag.path(), photos.tags().attach(tag.id(), List.of(id)));
    }

    void give(AssetId id, SeenPerson seen) {
        photos.people().draw(id, seen.person().id(), seen.box());
    }

    private static void require(String what, List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            if (outcome.refusal() != null && outcome.refusal() != Refusal.DUPLICATE) {
                throw ErrorCode.REMOTE_FAILURE.exception("The server refuses the " + what + ": " + outcome.refusal());
            }
        }
    }

    /**
     * Reads an asset until it has what it was given.
     *
     * @return as it is then
     * @throws app.heirloom.library.error.HeirloomException REMOTE_FAILURE when it has not after some seconds
     */
    SavedAsset await(AssetId id, Gain gain) {
        Duration wait = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            SavedAsset now = new AssetReading(photos)
                    .find(id)
                    .orElseThrow(() -> ErrorCode.REMOTE_FAILURE.exception("The asset " + id + " is gone"));
            List<String> missing = missing(gain, now);
            if (missing.isEmpty()) {
                return now;
            }
            if (attempt == ATTEMPTS) {
                throw ErrorCode.REMOTE_FAILURE.exception("The server took the changes, but "
                        + now.asset().original().fileName() + " lacks " + String.join(", ", missing));
            }
            pause.of(wait);
            wait = wait.multipliedBy(2);
        }
    }

    private static List<String> missing(Gain gain, SavedAsset now) {
        List<String> missing = new ArrayList<>(MetadataGain.missing(gain.edit(), now.known()));
        Set<?> albums = now.albums().stream().map(RemoteAlbum::id).collect(Collectors.toSet());
        gain.albums().stream()
                .filter(album -> !albums.contains(album.id()))
                .forEach(album -> missing.add("the album " + album.name()));
        Set<?> tags = now.tags().stream().map(RemoteTag::id).collect(Collectors.toSet());
        gain.tags().stream()
                .filter(tag -> !tags.contains(tag.id()))
                .forEach(tag -> missing.add("the tag " + tag.path()));
        Set<PersonId> people = peopleOn(now);
        gain.people().stream()
                .map(SeenPerson::person)
                .filter(person -> !people.contains(person.id()))
                .forEach(person -> missing.add("the person " + person.name()));
        return missing;
    }
}
